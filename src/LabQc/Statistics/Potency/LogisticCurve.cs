namespace LabQc.Statistics;

/// <summary>Parameters of one logistic curve, or of two that differ by a shift of ln dose.</summary>
/// <param name="AtZero">Response at dose 0.</param>
/// <param name="AtInfinity">Response at infinite dose.</param>
/// <param name="Slope">Steepness b, above 0.</param>
/// <param name="LogEc50">ln of the dose half-way between the two.</param>
/// <param name="LogPotency">ln of the potency of the test preparation relative to the reference.</param>
internal readonly record struct LogisticCurve(double AtZero, double AtInfinity, double Slope, double LogEc50, double LogPotency)
{
    /// <summary>The share of the response at dose 0 that is left at a dose, and b times ln(dose/EC50).</summary>
    public (double Left, double Lost, double LogRatio) At(AssayPoint point)
    {
        if (double.IsNegativeInfinity(point.LogDose))
            return (1, 0, 0);
        var logRatio = point.LogDose - LogEc50 + (point.IsTest ? LogPotency : 0);
        var decay = Math.Exp(-Math.Abs(Slope * logRatio));
        var (larger, smaller) = (1 / (1 + decay), decay / (1 + decay));
        return logRatio > 0 ? (smaller, larger, logRatio) : (larger, smaller, logRatio);
    }

    public double ResponseAt(AssayPoint point)
    {
        var (left, lost, _) = At(point);
        return AtZero * left + AtInfinity * lost;
    }

    /// <summary>Derivatives of the response to the parameters in their order, the potency's only where asked for.</summary>
    public double[] Gradient(AssayPoint point, bool withPotency)
    {
        var (left, lost, logRatio) = At(point);
        var steepness = (AtInfinity - AtZero) * left * lost;
        double[] curve = [left, lost, steepness * logRatio, -steepness * Slope];
        return withPotency ? [.. curve, point.IsTest ? steepness * Slope : 0] : curve;
    }

    public LogisticCurve Plus(IReadOnlyList<double> step) => new(
        AtZero + step[0], AtInfinity + step[1], Slope + step[2], LogEc50 + step[3], LogPotency + (step.Count > 4 ? step[4] : 0));
}

/// <summary>One response of an assay.</summary>
/// <param name="LogDose">ln dose, -∞ at dose 0.</param>
/// <param name="Response">The response.</param>
/// <param name="IsTest">Whether it belongs to the test preparation.</param>
internal readonly record struct AssayPoint(double LogDose, double Response, bool IsTest)
{
    /// <summary>Pairs doses and responses.</summary>
    /// <exception cref="ArgumentException">Unequal counts, a negative dose, or a number that is not finite.</exception>
    public static AssayPoint[] Of(IReadOnlyList<double> doses, IReadOnlyList<double> responses, bool isTest, int minimum)
    {
        SampleSummary.Require(doses, minimum, nameof(doses));
        SampleSummary.Require(responses, minimum, nameof(responses));
        if (doses.Count != responses.Count)
            throw new ArgumentException($"{doses.Count} doses and {responses.Count} responses do not pair.", nameof(responses));
        if (doses.Any(d => d < 0))
            throw new ArgumentException("A dose is not negative.", nameof(doses));
        return [.. doses.Zip(responses, (d, r) => new AssayPoint(d == 0 ? double.NegativeInfinity : Math.Log(d), r, isTest))];
    }
}
