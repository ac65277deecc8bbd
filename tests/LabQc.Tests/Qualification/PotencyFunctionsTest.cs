using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class PotencyFunctionsTest
{
    [Theory]
    [InlineData("four_parameter_logistic")]
    [InlineData("relative_potency")]
    [InlineData("parallel_line")]
    public void Potencies_agree_with_the_reference_cases(string function) =>
        ReferenceTopic.Holds("potency", PotencyFunctions.ByName, function);
}
