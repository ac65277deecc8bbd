namespace LabQc.Statistics;

/// <summary>One of the ways to descend.</summary>
/// <param name="Damping">At the start: small is nearly Gauss-Newton, large nearly steepest descent.</param>
/// <param name="RemembersScale">
/// Whether a parameter's scale is the largest met, as Moré has it, which keeps steps short for good, or the present one.
/// </param>
/// <param name="Projects">Whether linear parameters are eliminated (Golub &amp; Pereyra 1973, Kaufman 1975).</param>
/// <param name="Longest">The most by which a step may change a parameter relative to itself: keeps from leaping over poles.</param>
internal readonly record struct DescentKind(
    double Damping, bool RemembersScale, bool Projects, double Longest = double.PositiveInfinity);

/// <summary>
/// One descent to a least-squares minimum: Levenberg-Marquardt with Moré's scaling (1978, Lecture Notes in Mathematics 630) and
/// Nielsen's control of the damping (1999, IMM-REP-1999-05), then plain Gauss-Newton steps for the last digits.
/// </summary>
internal sealed class Descent
{
    private const int MostSteps = 1000;
    private readonly LeastSquaresProblem _problem;
    private readonly DescentKind _kind;
    private readonly IReadOnlyList<int> _linear;
    private readonly double[] _scale;
    private readonly double _size;
    private LeastSquaresPoint _here;
    private double _damping;
    private double _growth = 2;

    private Descent(LeastSquaresProblem problem, LeastSquaresPoint start, DescentKind kind)
    {
        (_problem, _kind, _damping) = (problem, kind, kind.Damping);
        _linear = kind.Projects ? problem.LinearParameters(start) : [];
        _here = problem.Projected(start, _linear) ?? start;
        _scale = new double[start.Parameters.Length];
        _size = ColumnSolver.Norm(problem.Responses) + 1e-300;
    }

    /// <summary>The minimum below a point, or null where the steps do not end.</summary>
    public static LeastSquaresPoint? From(LeastSquaresProblem problem, LeastSquaresPoint start, DescentKind kind)
    {
        var descent = new Descent(problem, start, kind);
        if (kind.Projects && descent._linear.Count == 0)
            return null;
        for (var i = 0; i < MostSteps && descent._damping < 1e60; i++)
            if (descent.Step() < 1e-12)
                return descent.Polished();
        return null;
    }

    /// <summary>One trial; returns the length of the step in units of the parameters, the largest of them.</summary>
    private double Step()
    {
        for (var k = 0; k < _scale.Length; k++)
            _scale[k] = Math.Max(_kind.RemembersScale ? _scale[k] : 0, ColumnSolver.Norm(_here.Jacobian[k]));
        var step = Shortened(DampedStep());
        var trial = _problem.Projected(Moved(step), _linear);
        var predicted = _here.SumOfSquares - LinearisedSumOfSquares(step);
        var gain = trial is null || predicted <= 0 ? -1 : (_here.SumOfSquares - trial.SumOfSquares) / predicted;
        var length = RelativeLength(step);
        if (trial is not null && gain > 0)
        {
            _here = trial;
            _damping *= Math.Max(0.1, 1 - Math.Pow(2 * gain - 1, 3));
            _growth = 2;
        }
        else
        {
            _damping *= _growth;
            _growth *= 2;
        }
        return length;
    }

    /// <summary>Minimises |residuals - J step|² + damping |scale · step|², as least squares on the stacked system.</summary>
    private double[] DampedStep()
    {
        var p = _scale.Length;
        var columns = new double[p][];
        for (var k = 0; k < p; k++)
        {
            columns[k] = [.. _here.Jacobian[k], .. new double[p]];
            columns[k][^(p - k)] = _linear.Contains(k) ? 0 : Math.Sqrt(_damping) * (_scale[k] > 0 ? _scale[k] : 1);
        }
        return ColumnSolver.Solve(columns, [.. _here.Residuals, .. new double[p]]);
    }

    /// <summary>The sum of squares after a step, were the model linear.</summary>
    private double LinearisedSumOfSquares(double[] step)
    {
        var sum = 0.0;
        for (var i = 0; i < _here.Residuals.Length; i++)
        {
            var residual = _here.Residuals[i];
            for (var k = 0; k < step.Length; k++)
                residual -= _here.Jacobian[k][i] * step[k];
            sum += residual * residual;
        }
        return sum;
    }

    /// <summary>The step within what its kind allows; linear parameters are free.</summary>
    private double[] Shortened(double[] step)
    {
        var longest = Enumerable.Range(0, step.Length)
            .Where(k => _here.Parameters[k] != 0 && !_linear.Contains(k))
            .Select(k => Math.Abs(step[k] / _here.Parameters[k]))
            .DefaultIfEmpty(0)
            .Max();
        return longest > _kind.Longest ? Array.ConvertAll(step, by => by * (_kind.Longest / longest)) : step;
    }

    /// <summary>Gauss-Newton steps while they grow shorter: near the end the sum of squares no longer tells better from worse.</summary>
    private LeastSquaresPoint? Polished()
    {
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < 50; i++)
        {
            var step = ColumnSolver.Solve(Array.ConvertAll(_here.Jacobian, column => (double[])column.Clone()), [.. _here.Residuals]);
            var length = RelativeLength(step);
            if (!(length < shortest))
                break;
            shortest = length;
            if (length < 1e-15 || Moved(step) is not { } next || next.SumOfSquares > _here.SumOfSquares * (1 + 1e-9))
                break;
            _here = next;
        }
        // A descent that stuck elsewhere than at a minimum still has a long way to go.
        return shortest < 1e-6 ? _here : null;
    }

    private LeastSquaresPoint? Moved(double[] step) =>
        _problem.At([.. _here.Parameters.Select((value, k) => value + step[k])]);

    /// <summary>
    /// The largest change of a parameter relative to itself, or to a hundred-millionth of what would move the model by as much
    /// as all the responses, where the parameter is smaller: a parameter may well be zero.
    /// </summary>
    private double RelativeLength(double[] step) =>
        step.Select((by, k) => Math.Abs(by) / Math.Max(Math.Abs(_here.Parameters[k]), 1e-8 * _size / _scale[k])).Max();
}
