using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class NistStrdFunctionsTest
{
    [Fact]
    public void All_reference_cases_hold() => ReferenceTopic.Holds("nist_strd", NistStrdFunctions.ByName);
}
