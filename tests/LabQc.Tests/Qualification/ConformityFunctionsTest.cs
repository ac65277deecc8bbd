using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class ConformityFunctionsTest
{
    [Fact]
    public void All_reference_cases_hold() => ReferenceTopic.Holds("conformity", ConformityFunctions.ByName);
}
