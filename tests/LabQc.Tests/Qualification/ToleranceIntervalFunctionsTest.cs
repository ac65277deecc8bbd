using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class ToleranceIntervalFunctionsTest
{
    [Fact]
    public void All_reference_cases_hold() => ReferenceTopic.Holds("tolerance_intervals", ToleranceIntervalFunctions.ByName);
}
