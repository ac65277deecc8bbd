using CsCheck;
using LabQc.Statistics;

namespace LabQc.Tests.Statistics;

public sealed class ModelFormulaTest
{
    [Theory]
    [InlineData("2+3*4", 14)]
    [InlineData("-2^2", -4)]
    [InlineData("2**-1", 0.5)]
    [InlineData("2^3^2", 512)]
    [InlineData("8/4/2", 1)]
    [InlineData("1.5e1 - (2 - 3)", 16)]
    [InlineData("y = x2*x1 - x + e", 3)]
    [InlineData("arctan[tan(0.5)] + sqrt(4) + log10(100) + ln(exp(1)) + cos(0)*sin(pi/2)", 6.5)]
    public void Formulas_are_read_as_mathematics_reads_them(string formula, double expected) =>
        Assert.Equal(expected, ModelFormula.Parse(formula).Evaluate([], [3, 2], []), 1e-14);

    [Theory]
    [InlineData("b1*(1-exp(-b2*x))")]
    [InlineData("b1/((1+exp(b2-x))^(1/b2))")]
    [InlineData("b1*(x^2+x*b2)/(x^2+x*b1+b2)")]
    [InlineData("sqrt(b1)*arctan(b2*x)-log(b1+b2)*sin(x*b1)+cos(b2)^2+tan(b1/9)+log10(b2)")]
    public void Derivatives_agree_with_differences(string formula)
    {
        var model = ModelFormula.Parse(formula);
        Gen.Select(Gen.Double[0.5, 3], Gen.Double[0.5, 3], Gen.Double[0.1, 4]).Sample((b1, b2, x) =>
        {
            var gradient = new double[2];
            model.Evaluate([b1, b2], [x], gradient);
            const double h = 1e-5;
            Assert.Equal((Value(b1 + h, b2) - Value(b1 - h, b2)) / (2 * h), gradient[0], 1e-6 * (1 + Math.Abs(gradient[0])));
            Assert.Equal((Value(b1, b2 + h) - Value(b1, b2 - h)) / (2 * h), gradient[1], 1e-6 * (1 + Math.Abs(gradient[1])));

            double Value(double p, double q) => model.Evaluate([p, q], [x], new double[2]);
        });
    }

    [Fact]
    public void A_logarithm_on_the_left_is_told()
    {
        Assert.True(ModelFormula.Parse("log[y] = b1 - b2*x1 * exp[-b3*x2]  +  e").IsOfLogarithm);
        Assert.Equal(3, ModelFormula.Parse("log[y] = b1 - b2*x1 * exp[-b3*x2]").ParameterCount);
    }

    [Theory]
    [InlineData("b1*")]
    [InlineData("b1 x")]
    [InlineData("(b1")]
    [InlineData("z+1")]
    [InlineData("exp b1")]
    [InlineData("u = b1")]
    [InlineData("")]
    [InlineData("1..2")]
    public void What_is_no_formula_is_refused(string formula) =>
        Assert.Throws<FormatException>(() => ModelFormula.Parse(formula));
}
