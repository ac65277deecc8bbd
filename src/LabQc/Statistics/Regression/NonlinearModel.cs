namespace LabQc.Statistics;

/// <summary>A model's value at one point, and its derivatives by each parameter.</summary>
/// <param name="parameters">The parameters.</param>
/// <param name="point">The predictors of one observation.</param>
/// <param name="gradient">Receives the derivatives; as long as the parameters.</param>
public delegate double NonlinearModel(ReadOnlySpan<double> parameters, ReadOnlySpan<double> point, Span<double> gradient);
