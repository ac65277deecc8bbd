namespace LabQc.Statistics;

/// <summary>Finds the root of a continuous function between two points of opposite sign, to the last digits of x.</summary>
/// <remarks>
/// Source: Brent 1973, Algorithms for Minimization without Derivatives, chapter 4 (zeroin). It ends by x alone: the library's
/// own asks for a function value below the tolerance as well and gives up where rounding does not allow one.
/// </remarks>
internal static class BracketedRoot
{
    private const int MostSteps = 200;
    private const double Rounding = 2.3e-16;

    /// <summary>The root between <paramref name="low"/> and <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentException">The function has one sign at both ends.</exception>
    public static double Find(Func<double, double> function, double low, double high, double tolerance = 0)
    {
        double a = low, b = high, fa = function(a), fb = function(b);
        if (fa * fb > 0 || double.IsNaN(fa) || double.IsNaN(fb))
            throw new ArgumentException($"No change of sign between {low:g6} and {high:g6}.", nameof(function));
        double c = a, fc = fa, step = b - a, before = step;
        for (var steps = 0; steps < MostSteps && fb != 0; steps++)
        {
            if (fb * fc > 0)
            {
                (c, fc) = (a, fa);
                step = before = b - a;
            }
            if (Math.Abs(fc) < Math.Abs(fb))
                (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var enough = Rounding * Math.Abs(b) + tolerance / 2;
            var half = (c - b) / 2;
            if (Math.Abs(half) <= enough)
                break;
            (before, step) = Step(a, b, c, fa, fb, fc, half, enough, before, step);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > enough ? step : Math.CopySign(enough, half);
            fb = function(b);
        }
        return b;
    }

    /// <summary>By inverse interpolation where that halves the last step but one, else to the middle.</summary>
    private static (double Before, double Step) Step(
        double a, double b, double c, double fa, double fb, double fc, double half, double enough, double before, double step)
    {
        if (Math.Abs(before) < enough || Math.Abs(fa) <= Math.Abs(fb))
            return (half, half);
        double p, q, s = fb / fa;
        if (a == c)
        {
            (p, q) = (2 * half * s, 1 - s);
        }
        else
        {
            double t = fa / fc, r = fb / fc;
            p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
            q = (t - 1) * (r - 1) * (s - 1);
        }
        q = p > 0 ? -q : q;
        p = Math.Abs(p);
        return 2 * p < Math.Min(3 * half * q - Math.Abs(enough * q), Math.Abs(before * q)) ? (step, p / q) : (half, half);
    }
}
