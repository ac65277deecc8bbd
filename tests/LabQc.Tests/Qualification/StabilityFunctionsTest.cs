using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class StabilityFunctionsTest
{
    [Fact]
    public void All_reference_cases_hold() => ReferenceTopic.Holds("stability_ich_q1e", StabilityFunctions.ByName);
}
