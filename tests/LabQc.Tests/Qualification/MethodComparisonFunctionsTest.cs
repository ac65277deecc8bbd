using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class MethodComparisonFunctionsTest
{
    [Fact]
    public void Every_reference_case_of_the_topic_holds() => ReferenceTopic.Holds("method_comparison", MethodComparisonFunctions.ByName);
}
