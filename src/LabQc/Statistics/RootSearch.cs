namespace LabQc.Statistics;

/// <summary>Finds where a function of one variable crosses zero.</summary>
internal static class RootSearch
{
    /// <summary>The root of an increasing function: a bracket is grown from a guess, then closed by Chandrupatla's method.</summary>
    /// <param name="function">Increasing; may be ±∞ far out.</param>
    /// <param name="guess">Anywhere.</param>
    /// <param name="step">How far from the guess the root may well lie.</param>
    /// <exception cref="ArithmeticException">No sign change within 2^60 steps.</exception>
    public static double Increasing(Func<double, double> function, double guess, double step)
    {
        var from = guess;
        var fromValue = function(from);
        if (fromValue == 0)
            return from;
        var by = fromValue < 0 ? step : -step;
        for (var i = 0; i < 60; i++)
        {
            var to = from + by;
            var toValue = function(to);
            if (toValue == 0)
                return to;
            if (toValue < 0 != fromValue < 0)
                return Between(function, from, fromValue, to, toValue);
            (from, fromValue, by) = (to, toValue, 2 * by);
        }
        throw new ArithmeticException($"No root within reach of {guess}.");
    }

    /// <summary>The root between two points at which the function has opposite signs, to the last bits.</summary>
    /// <remarks>Chandrupatla 1997, Advances in Engineering Software 28, 145-149: inverse quadratic steps where safe, else bisection.</remarks>
    public static double Between(Func<double, double> function, double a, double fa, double b, double fb)
    {
        double c = a, fc = fa, t = 0.5, resolution = 1e-17 * Math.Abs(b - a);
        for (var i = 0; i < 200; i++)
        {
            var x = a + t * (b - a);
            var fx = function(x);
            if (fx < 0 == fa < 0)
                (c, fc) = (a, fa);
            else
                (c, fc, b, fb) = (b, fb, a, fa);
            (a, fa) = (x, fx);
            var best = Math.Abs(fa) < Math.Abs(fb) ? a : b;
            if (fa == 0 || Math.Abs(b - a) <= 4e-16 * Math.Abs(best) + resolution)
                return fa == 0 ? a : best;
            var least = (2e-16 * Math.Abs(best) + resolution / 2) / Math.Abs(b - a);
            t = Math.Clamp(NextFraction(a, fa, b, fb, c, fc), least, 1 - least);
        }
        return Math.Abs(fa) < Math.Abs(fb) ? a : b;
    }

    private static double NextFraction(double a, double fa, double b, double fb, double c, double fc)
    {
        var xi = (a - b) / (c - b);
        var phi = (fa - fb) / (fc - fb);
        if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi))
            return 0.5;
        var t = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb);
        return double.IsFinite(t) ? t : 0.5;
    }
}
