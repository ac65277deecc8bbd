namespace LabQc.Statistics;

/// <summary>Centre line and control limits of a chart, in the unit of what it shows.</summary>
public readonly record struct ControlLimits(double Lower, double Centre, double Upper)
{
    /// <summary>Whether a value lies outside; one exactly on a limit does not. A NaN is refused, for it lies nowhere.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    public bool IsBeyond(double value) => double.IsNaN(value)
        ? throw new ArgumentException("A NaN is neither within limits nor beyond them.", nameof(value))
        : value > Upper || value < Lower;
}
