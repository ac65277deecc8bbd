using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>
/// The standard uncertainty of a reportable value by its components: u² = u_run² + u_method². Student's t with
/// ν = ν_run (u/u_run)⁴ degrees of freedom where u_run is an s/√n with ν_run = n - 1 (GUM G.4, u_method taken as known); the normal
/// distribution where it is binomial.
/// </summary>
public sealed record Uncertainty
{
    public static readonly Uncertainty Unknown = new();

    /// <summary>u_run; null where it is unknown.</summary>
    public RunUncertainty? Run { get; private init; }

    /// <summary>u_method at the value; null where the method states none (then it is not in <see cref="Combined"/>).</summary>
    public double? Method { get; private init; }

    /// <summary>u; null where u_run is unknown.</summary>
    public double? Combined { get; private init; }

    /// <summary>ν; infinite stands for the normal distribution.</summary>
    public double DegreesOfFreedom { get; private init; } = double.PositiveInfinity;

    /// <summary>The uncertainty of a value; components that are not finite count as unknown.</summary>
    public static Uncertainty Of(double value, RunUncertainty? run, MethodUncertainty? method)
    {
        if (!double.IsFinite(value))
            return Unknown;
        var ofMethod = method?.At(value);
        if (run is null || !double.IsFinite(run.Value) || ofMethod is { } stated && !double.IsFinite(stated))
            return new Uncertainty { Method = ofMethod };
        var combined = Math.Sqrt(run.Value * run.Value + (ofMethod ?? 0) * (ofMethod ?? 0));
        // u_run = 0 beside a known u_method leaves nothing that was estimated: infinitely many degrees of freedom.
        var degrees = run.Value == 0 ? double.PositiveInfinity : run.DegreesOfFreedom * Math.Pow(combined / run.Value, 4);
        return new Uncertainty { Run = run, Method = ofMethod, Combined = combined, DegreesOfFreedom = degrees };
    }

    /// <summary>The 95 % interval of a value; null where u is unknown.</summary>
    public (double Lower, double Upper)? Interval(double value)
    {
        if (Combined is not { } u)
            return null;
        var half = u == 0 ? 0 : StudentsT.Quantile(0.975, DegreesOfFreedom) * u;
        return (value - half, value + half);
    }

    /// <summary>
    /// The probability that the quantity lies within the limits: p = F((U - y)/u) - F((L - y)/u) on unrounded values, a missing
    /// limit at ±∞. With u = 0 it is 1 or 0. Null where u is unknown or there is no limit.
    /// </summary>
    public double? ProbabilityWithin(AcceptanceLimits limits, double value)
    {
        if (Combined is not { } u || limits.AreOpen)
            return null;
        if (u == 0)
            return limits.Hold(Rounding.Exact(value)) ? 1 : 0;
        var low = limits.Lower is { } lower ? (lower.Number.AsDouble - value) / u : double.NegativeInfinity;
        var high = limits.Upper is { } upper ? (upper.Number.AsDouble - value) / u : double.PositiveInfinity;
        return Math.Clamp(ProbabilityBetween(low, high), 0, 1);
    }

    // Differences are taken in the tail where both terms are small, so that a small probability keeps its digits.
    private double ProbabilityBetween(double low, double high) =>
        low > 0 ? Above(low) - Above(high) : Below(high) - Below(low);

    private double Above(double t) => double.IsInfinity(t) ? (t > 0 ? 0 : 1) : StudentsT.UpperTail(t, DegreesOfFreedom);

    private double Below(double t) => Above(-t);
}
