namespace LabQc.Statistics;

/// <summary>One batch of a stability study: its name, and its observations.</summary>
/// <param name="Name">The batch.</param>
/// <param name="Times">Months, in any order; at least two distinct ones.</param>
/// <param name="Responses">The attribute at those times.</param>
public sealed record StabilityBatch(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Responses)
{
    internal int Count => Times.Count;

    internal double MeanTime { get; } = Descriptive.Mean([.. Times]);

    internal double MeanResponse { get; } = Descriptive.Mean([.. Responses]);

    internal double TimeSumOfSquares { get; } = Descriptive.SumOfSquares([.. Times]);

    /// <summary>Σ (t - mean)(y - mean).</summary>
    internal double Products => ProductsAbout(MeanTime, MeanResponse);

    internal double Slope => Products / TimeSumOfSquares;

    /// <summary>Sum of squared residuals about the line of this slope through the batch's own centre.</summary>
    internal double ResidualsAbout(double slope)
    {
        var sum = new CompensatedSum();
        for (var i = 0; i < Count; i++)
        {
            var residual = Responses[i] - MeanResponse - slope * (Times[i] - MeanTime);
            sum.Add(residual * residual);
        }
        return sum.Value;
    }

    /// <summary>The line of this slope through the batch's own centre.</summary>
    internal LineFit Line(double slope, double timeSumOfSquares) =>
        new(MeanResponse - slope * MeanTime, slope, Count, MeanTime, timeSumOfSquares);

    /// <exception cref="ArgumentException">Unequal lengths, a value that is not finite, or fewer than two distinct times.</exception>
    internal void Require()
    {
        if (Times.Count != Responses.Count)
            throw new ArgumentException($"Batch {Name} has {Times.Count} times and {Responses.Count} responses.");
        if (TimeSumOfSquares == 0)
            throw new ArgumentException($"Batch {Name} needs observations at two times or more.");
    }

    private double ProductsAbout(double time, double response)
    {
        var sum = new CompensatedSum();
        for (var i = 0; i < Count; i++)
            sum.Add((Times[i] - time) * (Responses[i] - response));
        return sum.Value;
    }
}
