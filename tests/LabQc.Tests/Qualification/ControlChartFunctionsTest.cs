using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class ControlChartFunctionsTest
{
    [Fact]
    public void Every_reference_case_of_the_topic_holds() => ReferenceTopic.Holds("control_charts", ControlChartFunctions.ByName);
}
