namespace LabQc.Charts;

/// <summary>One sample that was measured twice.</summary>
/// <param name="Name">The lot.</param>
/// <param name="First">The first result.</param>
/// <param name="Second">The second result.</param>
/// <param name="IsDiscordant">Whether they differ by more than their uncertainties explain.</param>
public sealed record AgreementPair(string Name, double First, double Second, bool IsDiscordant);

/// <summary>What a plot of the agreement of two ways to measure shows (Bland and Altman 1986).</summary>
public sealed record AgreementChartData
{
    /// <summary>"D50: ours and third parties'".</summary>
    public required string Title { get; init; }

    /// <summary>Name at the axis: "D50".</summary>
    public required string ShortName { get; init; }

    public required string Unit { get; init; }

    public int Decimals { get; init; } = 1;

    /// <summary>What the difference is taken of: "ours", "theirs".</summary>
    public required string FirstName { get; init; }

    public required string SecondName { get; init; }

    public required IReadOnlyList<AgreementPair> Pairs { get; init; }

    /// <summary>Mean of first less second.</summary>
    public required double Bias { get; init; }

    /// <summary>95 % interval of the bias.</summary>
    public required ValueRange BiasInterval { get; init; }

    /// <summary>Limits of agreement.</summary>
    public required ValueRange Agreement { get; init; }

    /// <summary>95 % interval of the lower limit.</summary>
    public required ValueRange LowerInterval { get; init; }

    /// <summary>95 % interval of the upper limit.</summary>
    public required ValueRange UpperInterval { get; init; }
}
