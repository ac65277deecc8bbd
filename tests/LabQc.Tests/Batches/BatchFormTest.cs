using LabQc.Batches;
using LabQc.Units;

namespace LabQc.Tests.Batches;

public sealed class BatchFormTest
{
    private const string Good =
        """
        {"lot":"EX-1","product":"MSC-EV","isolation_method":"ultracentrifugation","isolated_on":"2026-03-02",
         "source":{"kind":"cell-culture","material":"conditioned medium","cells_at_harvest":2.40e8},
         "method_parameters":{"steps":[{"g":"100000","minutes":"70"}],"washes":"1"},
         "volumes":[{"step":"harvest","volume_ml":"500"},{"step":"final","volume_ml":"1.2"}]}
        """;

    [Fact]
    public void Numbers_stay_as_they_were_typed() =>
        Assert.Equal("2.40e8", BatchForm.Read(Good, "f").Source.CellsAtHarvest);

    [Fact]
    public void All_problems_of_a_form_are_named_at_once()
    {
        var bad = Good.Replace("EX-1", "EX 1", StringComparison.Ordinal).Replace("\"70\"", "\"1,5\"", StringComparison.Ordinal)
            .Replace("\"1.2\"", "\"0\"", StringComparison.Ordinal);

        var refused = Assert.Throws<FormException>(() => BatchForm.Read(bad, "f"));

        Assert.Equal(["lot", "volumes[1].volume_ml", "method_parameters.steps[0].minutes"], refused.Problems.Select(p => p.Where));
    }

    [Fact]
    public void A_misspelt_member_does_not_pass_in_silence() =>
        Assert.Contains("wahses", Assert.Throws<FormException>(
            () => BatchForm.Read(Good.Replace("washes", "wahses", StringComparison.Ordinal), "f")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parameters_of_another_method_are_refused() =>
        Assert.Contains("does not belong to size-exclusion", Assert.Throws<FormException>(
            () => BatchForm.Read(Good.Replace("ultracentrifugation", "size-exclusion", StringComparison.Ordinal), "f")).Message, StringComparison.Ordinal);
}
