using MathNet.Numerics.LinearAlgebra;

namespace LabQc.Statistics;

/// <summary>
/// One descent to a least-squares minimum: Levenberg-Marquardt with Moré's scaling (1978, Lecture Notes in Mathematics 630) and
/// Nielsen's control of the damping (1999, IMM-REP-1999-05), then plain Gauss-Newton steps for the last digits.
/// </summary>
internal sealed class Descent
{
    private const int MostSteps = 3000;
    private readonly LeastSquaresProblem _problem;
    private LeastSquaresPoint _here;
    private readonly double[] _scale;
    private readonly double _size;
    private double _damping;
    private double _growth = 2;

    private Descent(LeastSquaresProblem problem, LeastSquaresPoint start, double damping)
    {
        _problem = problem;
        _here = start;
        _damping = damping;
        _scale = new double[start.Parameters.Length];
        _size = Vector<double>.Build.Dense(problem.Responses).L2Norm() + 1e-300;
    }

    /// <summary>The minimum below a point, or null where the steps do not end.</summary>
    public static LeastSquaresPoint? From(LeastSquaresProblem problem, LeastSquaresPoint start, double damping)
    {
        var descent = new Descent(problem, start, damping);
        for (var i = 0; i < MostSteps; i++)
            if (descent.Step() < 1e-12)
                return descent.Polished();
        return null;
    }

    /// <summary>One trial; returns the length of the step in units of the parameters, the largest of them.</summary>
    private double Step()
    {
        var p = _scale.Length;
        for (var k = 0; k < p; k++)
            _scale[k] = Math.Max(_scale[k], _here.Jacobian.Column(k).L2Norm());
        var step = DampedStep();
        var trial = Moved(step);
        var predicted = _here.SumOfSquares
            - (Vector<double>.Build.Dense(_here.Residuals) - _here.Jacobian * step).PointwisePower(2).Sum();
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

    /// <summary>Minimises |residuals - J step|² + damping |scale · step|², by orthogonal factors of the stacked system.</summary>
    private Vector<double> DampedStep()
    {
        var (n, p) = (_here.Residuals.Length, _scale.Length);
        var stacked = _here.Jacobian.Stack(
            Matrix<double>.Build.Diagonal(p, p, k => Math.Sqrt(_damping) * (_scale[k] > 0 ? _scale[k] : 1)));
        var right = Vector<double>.Build.Dense(n + p, i => i < n ? _here.Residuals[i] : 0);
        return stacked.QR().Solve(right);
    }

    /// <summary>Gauss-Newton steps while they grow shorter: near the end the sum of squares no longer tells better from worse.</summary>
    private LeastSquaresPoint? Polished()
    {
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < 50; i++)
        {
            var step = _here.Jacobian.QR().Solve(Vector<double>.Build.Dense(_here.Residuals));
            var length = RelativeLength(step);
            if (!(length < shortest) || Moved(step) is not { } next || next.SumOfSquares > _here.SumOfSquares * (1 + 1e-9) + 1e-300)
                break;
            (_here, shortest) = (next, length);
            if (length < 1e-15)
                break;
        }
        // A descent that stuck elsewhere than at a minimum still has a long way to go.
        return shortest < 1e-6 ? _here : null;
    }

    private LeastSquaresPoint? Moved(Vector<double> step) =>
        _problem.At([.. _here.Parameters.Select((value, k) => value + step[k])]);

    /// <summary>
    /// The largest change of a parameter relative to itself, or to a hundred-millionth of what would move the model by as much
    /// as all the responses, where the parameter is smaller: a parameter may well be zero.
    /// </summary>
    private double RelativeLength(Vector<double> step) =>
        step.Select((by, k) => Math.Abs(by) / Math.Max(Math.Abs(_here.Parameters[k]), 1e-8 * _size / _scale[k])).Max();
}
