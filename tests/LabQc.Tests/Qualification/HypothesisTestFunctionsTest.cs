using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class HypothesisTestFunctionsTest
{
    [Theory]
    [InlineData("two_sample")]
    [InlineData("k_sample")]
    [InlineData("normality")]
    [InlineData("outliers")]
    [InlineData("mann_kendall")]
    [InlineData("variance_components")]
    [InlineData("nested_variance_components")]
    [InlineData("studentized_range_cdf")]
    [InlineData("studentized_range_quantile")]
    public void Tests_agree_with_the_reference_cases(string function) =>
        ReferenceTopic.Holds("hypothesis_tests", HypothesisTestFunctions.ByName, function);
}
