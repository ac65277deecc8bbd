using MathNet.Numerics.LinearAlgebra;

namespace LabQc.Statistics;

/// <summary>Ordinary least squares of logistic curves.</summary>
/// <remarks>
/// Starts from the best points of a grid over slope and EC50, at each of which the two plateaus are a linear regression;
/// then Levenberg-Marquardt steps (Marquardt 1963, SIAM Journal 11, 431-441) with exact derivatives, solved by QR; at last
/// plain Gauss-Newton steps as long as they shrink, which reach more digits than a comparison of sums of squares can.
/// </remarks>
internal sealed class LogisticFit
{
    private const int MostSteps = 400;
    private const int MostPolishing = 60;
    private const double RankTolerance = 1e-9;
    private static readonly double[] StartingSlopes = [0.2, 0.4, 0.7, 1, 1.5, 2.2, 3.3, 5, 8, 13];
    private readonly AssayPoint[] _points;
    private readonly bool _withPotency;

    private LogisticFit(AssayPoint[] points, bool withPotency, IEnumerable<LogisticCurve> starts)
    {
        (_points, _withPotency) = (points, withPotency);
        Curve = starts.Select(WithBestPlateaus).Select(s => Polish(Descend(s))).MinBy(SumOfSquares);
        Rss = SumOfSquares(Curve);
        DegreesOfFreedom = points.Length - (withPotency ? 5 : 4);
        Unscaled = UnscaledCovariance();
    }

    public LogisticCurve Curve { get; }
    public double Rss { get; }
    public int DegreesOfFreedom { get; }
    public double ResidualVariance => Rss / DegreesOfFreedom;

    /// <summary>Diagonal of (J'J)^-1.</summary>
    private double[] Unscaled { get; }

    /// <summary>Standard error of a parameter, in the order of <see cref="LogisticCurve.Gradient"/>.</summary>
    public double StandardErrorOf(int parameter) => Math.Sqrt(ResidualVariance * Unscaled[parameter]);

    /// <summary>One curve through one preparation.</summary>
    /// <exception cref="ArgumentException">Fewer than four doses, or data that no single curve fits best.</exception>
    public static LogisticFit One(AssayPoint[] points)
    {
        if (points.Select(p => p.LogDose).Distinct().Count() < 4)
            throw new ArgumentException("A curve of four parameters needs four different doses.", nameof(points));
        return new LogisticFit(points, false, Starts(points));
    }

    /// <summary>Two curves that differ by a shift of ln dose, started from each preparation's own.</summary>
    /// <exception cref="ArgumentException">Data that no single pair of curves fits best.</exception>
    public static LogisticFit Parallel(AssayPoint[] points, LogisticFit reference, LogisticFit test)
    {
        var (r, t) = (reference.Curve, test.Curve);
        var between = new LogisticCurve(0, 0, Math.Sqrt(r.Slope * t.Slope), r.LogEc50, r.LogEc50 - t.LogEc50);
        return new LogisticFit(points, true,
            [between, between with { LogPotency = 0 }, between with { LogPotency = 0, LogEc50 = t.LogEc50 }]);
    }

    private static List<LogisticCurve> Starts(AssayPoint[] points)
    {
        double[] logDoses = [.. points.Select(p => p.LogDose).Where(double.IsFinite)];
        double low = logDoses.Min() - 1, high = logDoses.Max() + 1;
        var plateaus = new Plateaus(points);
        return [.. StartingSlopes
            .SelectMany(b => Enumerable.Range(0, 31).Select(i => new LogisticCurve(0, 0, b, low + (high - low) * i / 30, 0)))
            .OrderBy(c => plateaus.Best(c).Rss)
            .Take(4)];
    }

    private LogisticCurve WithBestPlateaus(LogisticCurve curve) => new Plateaus(_points).Best(curve).Curve;

    private LogisticCurve Descend(LogisticCurve curve)
    {
        double rss = SumOfSquares(curve), damping = 1e-3;
        for (var steps = 0; steps < MostSteps && damping < 1e12; steps++)
        {
            var step = Step(curve, damping);
            var next = curve.Plus(step);
            var lower = next.Slope > 0 ? SumOfSquares(next) : double.NaN;
            if (lower <= rss)
            {
                var settled = rss - lower <= 1e-14 * rss;
                (curve, rss, damping) = (next, lower, Math.Max(damping / 10, 1e-15));
                if (settled)
                    break;
            }
            else
            {
                damping *= 10;
            }
        }
        return curve;
    }

    private LogisticCurve Polish(LogisticCurve curve)
    {
        var last = double.PositiveInfinity;
        for (var steps = 0; steps < MostPolishing; steps++)
        {
            var step = Step(curve, 0);
            var length = Enumerable.Range(0, step.Length).Max(i => Math.Abs(step[i]) / ScaleOf(curve, i));
            if (!(length < last) || length > 1e-2 || !(curve.Plus(step).Slope > 0))
                break;
            (curve, last) = (curve.Plus(step), length);
        }
        return curve;
    }

    private static double ScaleOf(LogisticCurve curve, int parameter) => parameter switch
    {
        0 or 1 => Math.Max(Math.Abs(curve.AtZero - curve.AtInfinity), double.Epsilon),
        2 => curve.Slope,
        _ => 1,
    };

    /// <summary>The damped Gauss-Newton step; columns are scaled to length 1 first.</summary>
    private double[] Step(LogisticCurve curve, double damping)
    {
        var (jacobian, scale) = ScaledJacobian(curve);
        var residuals = _points.Select(p => p.Response - curve.ResponseAt(p));
        if (damping > 0)
        {
            var ridge = Matrix<double>.Build.DenseDiagonal(jacobian.ColumnCount, Math.Sqrt(damping));
            (jacobian, residuals) = (jacobian.Stack(ridge), residuals.Concat(new double[ridge.RowCount]));
        }
        var solved = jacobian.QR().Solve(Vector<double>.Build.DenseOfEnumerable(residuals));
        return [.. solved.Select((v, i) => double.IsFinite(v) ? v / scale[i] : 0)];
    }

    private (Matrix<double> Jacobian, double[] Scale) ScaledJacobian(LogisticCurve curve)
    {
        var jacobian = Matrix<double>.Build.DenseOfRowArrays(_points.Select(p => curve.Gradient(p, _withPotency)));
        double[] scale = [.. jacobian.ColumnNorms(2).Select(n => n > 0 ? n : 1)];
        for (var i = 0; i < scale.Length; i++)
            jacobian.SetColumn(i, jacobian.Column(i) / scale[i]);
        return (jacobian, scale);
    }

    private double[] UnscaledCovariance()
    {
        var (jacobian, scale) = ScaledJacobian(Curve);
        var r = jacobian.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).R;
        if (r.Diagonal().Any(v => !(Math.Abs(v) > RankTolerance)))
            throw new ArgumentException("The responses do not determine a curve of this kind: a plateau or the slope is open.");
        var inverse = r.Inverse();
        return [.. scale.Select((s, i) => inverse.Row(i).DotProduct(inverse.Row(i)) / (s * s))];
    }

    private double SumOfSquares(LogisticCurve curve) => _points.Sum(p => Math.Pow(p.Response - curve.ResponseAt(p), 2));

    /// <summary>The linear part: both plateaus for a given slope and EC50.</summary>
    private sealed class Plateaus(AssayPoint[] points)
    {
        private readonly double _mean = points.Average(p => p.Response);

        public (LogisticCurve Curve, double Rss) Best(LogisticCurve shape)
        {
            double[] left = [.. points.Select(p => shape.At(p).Left)];
            double mean = left.Average(), squares = 0, products = 0;
            for (var i = 0; i < left.Length; i++)
            {
                squares += (left[i] - mean) * (left[i] - mean);
                products += (left[i] - mean) * (points[i].Response - _mean);
            }
            var drop = squares > 1e-12 ? products / squares : 0;
            var atInfinity = _mean - drop * mean;
            var curve = shape with { AtZero = atInfinity + drop, AtInfinity = atInfinity };
            return (curve, points.Sum(p => Math.Pow(p.Response - curve.ResponseAt(p), 2)));
        }
    }
}
