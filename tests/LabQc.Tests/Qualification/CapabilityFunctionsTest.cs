using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class CapabilityFunctionsTest
{
    [Fact]
    public void All_reference_cases_hold() => ReferenceTopic.Holds("capability", CapabilityFunctions.ByName);
}
