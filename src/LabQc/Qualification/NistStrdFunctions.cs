using System.Globalization;
using System.Text.RegularExpressions;
using LabQc.Statistics;

namespace LabQc.Qualification;

/// <summary>The functions of the topic nist_strd.</summary>
internal static partial class NistStrdFunctions
{
    private static readonly string[] Degrees = ["constant", "linear", "quadratic", "cubic", "quartic", "quintic", "sextic"];

    public static IReadOnlyDictionary<string, CaseFunction> ByName { get; } = new Dictionary<string, CaseFunction>
    {
        ["univariate"] = Univariate,
        ["one_way_anova"] = OneWayAnova,
        ["linear_regression"] = LinearRegression,
        ["nonlinear_regression"] = NonlinearRegression,
    };

    private static CaseAnswer Univariate(CaseInput input)
    {
        var values = NistTable.Values(input.FileText(), (int?)input.NumberOrNull("n"));
        return new CaseAnswer
        {
            { "mean", Descriptive.Mean(values) },
            { "sd", Descriptive.StandardDeviation(values) },
            { "lag1_autocorrelation", Descriptive.LagOneAutocorrelation(values) },
        };
    }

    private static CaseAnswer OneWayAnova(CaseInput input)
    {
        var table = AnovaTable.OneWay(Groups(input));
        return new CaseAnswer
        {
            { "df_between", table.BetweenDf },
            { "df_within", table.WithinDf },
            { "ss_between", table.BetweenSumOfSquares },
            { "ss_within", table.WithinSumOfSquares },
            { "ms_between", table.BetweenMeanSquare },
            { "ms_within", table.WithinMeanSquare },
            { "F", WordIfInfinite(table.F) },
            { "r_squared", table.RSquared },
            { "residual_sd", table.ResidualStandardDeviation },
        };
    }

    /// <summary>One column a group; or, where the number of columns says otherwise, rows of group and value.</summary>
    private static double[][] Groups(CaseInput input)
    {
        var rows = NistTable.Rows(input.FileText());
        var groups = (int)input.Number("groups", rows[0].Length);
        if (rows[0].Length == groups)
            rows = [.. rows.TakeLast((int)input.Number("n", rows.Count * groups) / groups)];
        else if (rows[0].Length == 2)
            return [.. rows.GroupBy(row => row[0], row => row[1]).Select(group => group.ToArray())];
        else
            throw new FormatException($"{rows[0].Length} columns are not {groups} groups.");
        return [.. Enumerable.Range(0, groups).Select(g => rows.Select(row => row[g]).ToArray())];
    }

    private static CaseAnswer LinearRegression(CaseInput input)
    {
        var fit = Fit(input.Text("model", ""), NistTable.Rows(input.FileText()));
        return new CaseAnswer
        {
            { "coefficients", fit.Coefficients },
            { "standard_errors", fit.StandardErrors },
            { "residual_sd", fit.ResidualStandardDeviation },
            { "r_squared", fit.RSquared },
            { "ss_regression", fit.RegressionSumOfSquares },
            { "ss_residual", fit.ResidualSumOfSquares },
            { "df", new[] { fit.RegressionDf, fit.ResidualDf } },
            { "F", WordIfInfinite(fit.F) },
        };
    }

    private static LinearFit Fit(string model, IReadOnlyList<double[]> rows)
    {
        double[] y = [.. rows.Select(row => row[0])];
        double[][] predictors = [.. Enumerable.Range(1, rows[0].Length - 1).Select(c => rows.Select(row => row[c]).ToArray())];
        var degree = predictors.Length == 1 ? DegreeOf(model) : 1;
        var intercept = !model.Contains("no intercept", StringComparison.OrdinalIgnoreCase);
        if (intercept && predictors.Length == 1)
            return PolynomialFit.Of(predictors[0], y, degree);
        double[][] powers = degree == 1 ? predictors
            : [.. Enumerable.Range(1, degree).Select(k => predictors[0].Select(x => Math.Pow(x, k)).ToArray())];
        return LinearFit.Of(powers, y, intercept);
    }

    /// <summary>The degree that a model's words or powers name: "quintic", "degree-10 polynomial", "y=b0+b1 x+b2 x^2".</summary>
    private static int DegreeOf(string model)
    {
        if (DegreeNumber().Match(model) is { Success: true } named)
            return int.Parse(named.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var word = Array.FindIndex(Degrees, degree => model.Contains(degree, StringComparison.OrdinalIgnoreCase));
        return word >= 0
            ? word
            : Power().Matches(model).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(1).Max();
    }

    private static CaseAnswer NonlinearRegression(CaseInput input)
    {
        var formula = ModelFormula.Parse(input.Text("model", ""));
        var rows = NistTable.Rows(input.FileText());
        double[] y = [.. rows.Select(row => formula.IsOfLogarithm ? Math.Log(row[0]) : row[0])];
        double[][] points = [.. rows.Select(row => row[1..])];
        var fits = Starts(input).Select(start => NonlinearFit.Of(formula.Evaluate, points, y, start)).ToList();
        if (!fits.TrueForAll(fit => Agree(fit, fits[0])))
            throw new ArithmeticException("The starting points lead to different minima.");
        return new CaseAnswer
        {
            { "parameters", fits[0].Parameters },
            { "standard_errors", fits[0].StandardErrors },
            { "rss", fits[0].ResidualSumOfSquares },
            { "residual_sd", fits[0].ResidualStandardDeviation },
        };
    }

    private static IReadOnlyList<double[]> Starts(CaseInput input)
    {
        string[] names = [.. input.Parameters.EnumerateObject()
            .Select(parameter => parameter.Name)
            .Where(name => name.StartsWith("start", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        return names.Length > 0
            ? [.. names.Select(input.ParameterNumbers)]
            : throw new ArgumentException("The case names no starting point.");
    }

    private static bool Agree(NonlinearFit one, NonlinearFit other) => one.Parameters
        .Zip(other.Parameters)
        .All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second)));

    private static object? WordIfInfinite(double? value) => value is double.PositiveInfinity ? "Inf" : value;

    [GeneratedRegex(@"degree[- ]*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex DegreeNumber();

    [GeneratedRegex(@"x(?:\^|\*\*)(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Power();
}
