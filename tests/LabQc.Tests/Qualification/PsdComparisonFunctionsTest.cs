using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class PsdComparisonFunctionsTest
{
    [Fact]
    public void Distances_agree_with_their_reference_values() =>
        ReferenceTopic.Holds("psd_comparison", PsdComparisonFunctions.ByName);
}
