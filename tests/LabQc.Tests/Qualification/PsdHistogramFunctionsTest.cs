using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class PsdHistogramFunctionsTest
{
    [Fact]
    public void Size_distributions_agree_with_their_reference_values() =>
        ReferenceTopic.Holds("psd_histogram", PsdHistogramFunctions.ByName);
}
