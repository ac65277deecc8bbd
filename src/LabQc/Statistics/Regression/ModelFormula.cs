using System.Globalization;

namespace LabQc.Statistics;

/// <summary>
/// A regression model written as a formula, such as <c>b1*(1-exp(-b2*x))</c>, with exact derivatives by its parameters.
/// </summary>
/// <remarks>
/// Parameters are b1, b2, …; predictors x (the first), x1, x2, …; beside numbers there are pi, + - * / ^ (or **), round and
/// square brackets, and exp, ln (or log), log10, sqrt, sin, cos, tan and arctan (or atan). A left side "y =" or "log(y) =" may
/// precede, "+ e" may follow.
/// </remarks>
public sealed class ModelFormula
{
    private readonly Func<ModelPoint, Dual> _right;

    private ModelFormula(Func<ModelPoint, Dual> right, int parameterCount, bool ofLogarithm) =>
        (_right, ParameterCount, IsOfLogarithm) = (right, parameterCount, ofLogarithm);

    /// <summary>The highest number of a parameter in the formula.</summary>
    public int ParameterCount { get; }

    /// <summary>Whether the left side is log(y): the formula models the natural logarithm of the response.</summary>
    public bool IsOfLogarithm { get; }

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormatException">The formula is not of the form described.</exception>
    public static ModelFormula Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant()
            .Replace('[', '(').Replace(']', ')').Replace("**", "^", StringComparison.Ordinal);
        var sides = compact.Split('=');
        if (sides.Length > 2)
            throw new FormatException($"A formula has one \"=\" at most: {text}");
        var left = sides.Length == 2 ? sides[0] : "y";
        if (left is not ("y" or "log(y)" or "ln(y)"))
            throw new FormatException($"The left side of a formula is y or log(y): {text}");
        var right = sides[^1].EndsWith("+e", StringComparison.Ordinal) ? sides[^1][..^2] : sides[^1];
        var parser = new FormulaParser(right);
        return new ModelFormula(parser.Parse(), parser.ParameterCount, left != "y");
    }

    /// <summary>The formula's value at a point, with its derivatives.</summary>
    /// <inheritdoc cref="NonlinearModel"/>
    public double Evaluate(ReadOnlySpan<double> parameters, ReadOnlySpan<double> point, Span<double> gradient)
    {
        var value = _right(new ModelPoint(parameters.ToArray(), point.ToArray()));
        value.Gradient.CopyTo(gradient);
        return value.Value;
    }
}

/// <summary>Where a formula is evaluated.</summary>
internal sealed record ModelPoint(double[] Parameters, double[] Predictors)
{
    public Dual Constant(double value) => new(value, new double[Parameters.Length]);

    public Dual Parameter(int index)
    {
        var gradient = new double[Parameters.Length];
        gradient[index] = 1;
        return new(Parameters[index], gradient);
    }
}

/// <summary>A value with its derivatives by every parameter: forward differentiation, exact to rounding.</summary>
internal readonly record struct Dual(double Value, double[] Gradient)
{
    public static Dual operator +(Dual a, Dual b) => Combined(a, b, a.Value + b.Value, 1, 1);

    public static Dual operator -(Dual a, Dual b) => Combined(a, b, a.Value - b.Value, 1, -1);

    public static Dual operator *(Dual a, Dual b) => Combined(a, b, a.Value * b.Value, b.Value, a.Value);

    public static Dual operator /(Dual a, Dual b) =>
        Combined(a, b, a.Value / b.Value, 1 / b.Value, -a.Value / b.Value / b.Value);

    public Dual Power(Dual exponent)
    {
        var value = Math.Pow(Value, exponent.Value);
        var byBase = exponent.Value == 0 ? 0 : exponent.Value * Math.Pow(Value, exponent.Value - 1);
        // A constant exponent leaves the logarithm of the base out, which a base below zero does not have.
        var byExponent = exponent.Gradient.All(d => d == 0) ? 0 : value * Math.Log(Value);
        return Combined(this, exponent, value, byBase, byExponent);
    }

    /// <summary>A function of this value, with its derivative there.</summary>
    public Dual Through(double value, double slope) => Combined(this, this, value, slope, 0);

    private static Dual Combined(Dual a, Dual b, double value, double byA, double byB)
    {
        var gradient = new double[a.Gradient.Length];
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = Part(byA, a.Gradient[i]) + Part(byB, b.Gradient[i]);
        return new(value, gradient);
    }

    /// <summary>What does not depend on a parameter adds nothing, even where its slope is infinite.</summary>
    private static double Part(double slope, double derivative) => derivative == 0 ? 0 : slope * derivative;

    /// <summary>The functions that a formula may name.</summary>
    public static Func<Dual, Dual>? Function(string name) => name switch
    {
        "exp" => a => a.Through(Math.Exp(a.Value), Math.Exp(a.Value)),
        "ln" or "log" => a => a.Through(Math.Log(a.Value), 1 / a.Value),
        "log10" => a => a.Through(Math.Log10(a.Value), 1 / (a.Value * Math.Log(10))),
        "sqrt" => a => a.Through(Math.Sqrt(a.Value), 0.5 / Math.Sqrt(a.Value)),
        "sin" => a => a.Through(Math.Sin(a.Value), Math.Cos(a.Value)),
        "cos" => a => a.Through(Math.Cos(a.Value), -Math.Sin(a.Value)),
        "tan" => a => a.Through(Math.Tan(a.Value), 1 / (Math.Cos(a.Value) * Math.Cos(a.Value))),
        "arctan" or "atan" => a => a.Through(Math.Atan(a.Value), 1 / (1 + a.Value * a.Value)),
        _ => null,
    };
}

/// <summary>Reads a formula from left to right by recursive descent.</summary>
internal sealed class FormulaParser(string text)
{
    private int _at;

    public int ParameterCount { get; private set; }

    /// <summary>The whole text as one expression.</summary>
    public Func<ModelPoint, Dual> Parse()
    {
        var expression = Sum();
        return _at == text.Length ? expression : throw Unreadable();
    }

    private Func<ModelPoint, Dual> Sum()
    {
        var left = Product();
        while (Take('+') is var plus && (plus || Take('-')))
            left = Joined(left, Product(), plus ? (a, b) => a + b : (a, b) => a - b);
        return left;
    }

    private Func<ModelPoint, Dual> Product()
    {
        var left = Signed();
        while (Take('*') is var times && (times || Take('/')))
            left = Joined(left, Signed(), times ? (a, b) => a * b : (a, b) => a / b);
        return left;
    }

    /// <summary>A sign binds less than a power: -x^2 is -(x^2).</summary>
    private Func<ModelPoint, Dual> Signed()
    {
        if (Take('+'))
            return Signed();
        if (!Take('-'))
            return Power();
        var inner = Signed();
        return at => at.Constant(0) - inner(at);
    }

    private Func<ModelPoint, Dual> Power()
    {
        var basis = Atom();
        return Take('^') ? Joined(basis, Signed(), (a, b) => a.Power(b)) : basis;
    }

    private Func<ModelPoint, Dual> Atom()
    {
        if (Take('('))
        {
            var inner = Sum();
            return Take(')') ? inner : throw Unreadable();
        }
        if (_at < text.Length && char.IsAsciiLetter(text[_at]))
            return Named(TakeWhile(char.IsAsciiLetterOrDigit));
        var number = Number();
        return at => at.Constant(number);
    }

    private Func<ModelPoint, Dual> Named(string name)
    {
        if (Dual.Function(name) is { } function)
        {
            if (_at >= text.Length || text[_at] != '(')
                throw Unreadable();
            var argument = Atom();
            return at => function(argument(at));
        }
        if (name == "pi")
            return at => at.Constant(Math.PI);
        var index = name.Length == 1 ? 0 : int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i - 1 : -1;
        if (index < 0 || name[0] is not ('x' or 'b') || name == "b")
            throw Unreadable();
        if (name[0] == 'x')
            return at => at.Constant(at.Predictors[index]);
        ParameterCount = Math.Max(ParameterCount, index + 1);
        return at => at.Parameter(index);
    }

    private double Number()
    {
        var from = _at;
        TakeWhile(c => char.IsAsciiDigit(c) || c == '.');
        if (_at > from && _at < text.Length && text[_at] == 'e')
        {
            _at++;
            if (_at < text.Length && text[_at] is '+' or '-')
                _at++;
            TakeWhile(char.IsAsciiDigit);
        }
        return double.TryParse(text.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable();
    }

    private static Func<ModelPoint, Dual> Joined(
        Func<ModelPoint, Dual> left, Func<ModelPoint, Dual> right, Func<Dual, Dual, Dual> operation) =>
        at => operation(left(at), right(at));

    private bool Take(char wanted)
    {
        if (_at >= text.Length || text[_at] != wanted)
            return false;
        _at++;
        return true;
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        var from = _at;
        while (_at < text.Length && belongs(text[_at]))
            _at++;
        return text[from.._at];
    }

    private FormatException Unreadable() => new($"Cannot read the formula \"{text}\" from character {_at + 1} on.");
}
