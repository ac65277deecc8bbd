using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

/// <summary>Data and certified values: NIST Statistical Reference Datasets, nonlinear regression, higher difficulty.</summary>
public sealed class NonlinearFitTest
{
    private static readonly double[] Days = [1, 2, 3, 5, 7, 10];
    private static readonly double[] OxygenDemand = [109, 149, 149, 191, 213, 224];
    private static readonly double[] Temperatures = [50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125];
    private static readonly double[] Resistances =
        [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 0.75)]
    public void Box_Hunter_and_Hunters_oxygen_demand_from_both_starts(double b1, double b2) => Holds(
        Fit("b1*(1-exp[-b2*x])", Days, OxygenDemand, [b1, b2]),
        [213.80940889, 0.54723748542], [12.354515176, 0.10455993237], 1168.0088766);

    [Theory]
    [InlineData(2, 400000, 25000)]
    [InlineData(0.02, 4000, 250)]
    public void Meyers_thermistor_from_both_starts(double b1, double b2, double b3) => Holds(
        Fit("y = b1 * exp[b2/(x+b3)]  +  e", Temperatures, Resistances, [b1, b2, b3]),
        [5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02],
        [1.5687892471E-04, 2.3309021107E+01, 7.8486103508E-01], 87.945855171);

    [Fact]
    public void A_model_that_fits_exactly_ends_at_zero_also_where_a_parameter_is_zero()
    {
        var fit = Fit("b1 + b2*exp(-b3*x)", Days, [.. Days.Select(x => 2 * Math.Exp(-0.5 * x))], [1, 1, 1]);

        Assert.Equal(0, fit.Parameters[0], 1e-12);
        Assert.Equal(2, fit.Parameters[1], 1e-12);
        Assert.Equal(0.5, fit.Parameters[2], 1e-12);
    }

    [Fact]
    public void A_linear_model_agrees_with_linear_least_squares()
    {
        var linear = LinearFit.Of([Days], OxygenDemand);
        var fit = Fit("b1+b2*x", Days, OxygenDemand, [0, 0]);

        Assert.Equal(linear.Coefficients[1], fit.Parameters[1], 1e-10);
        Assert.Equal(linear.StandardErrors![1], fit.StandardErrors![1], 1e-10);
    }

    [Fact]
    public void Parameters_that_the_data_cannot_tell_apart_are_no_fit() =>
        Assert.Throws<ArithmeticException>(() => Fit("b1*b2*x", Days, OxygenDemand, [1, 2]));

    [Fact]
    public void A_start_where_the_model_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => Fit("b1*ln(b2*x)", Days, OxygenDemand, [1, -1]));

    private static NonlinearFit Fit(string model, double[] x, double[] y, double[] start) =>
        NonlinearFit.Of(ModelFormula.Parse(model).Evaluate, [.. x.Select(v => new[] { v })], y, start);

    private static void Holds(NonlinearFit fit, double[] parameters, double[] errors, double sumOfSquares)
    {
        Assert.All(fit.Parameters.Zip(parameters), pair => Assert.Equal(1, pair.First / pair.Second, 1e-9));
        Assert.All(fit.StandardErrors!.Zip(errors), pair => Assert.Equal(1, pair.First / pair.Second, 1e-9));
        Assert.Equal(1, fit.ResidualSumOfSquares / sumOfSquares, 1e-9);
    }
}
