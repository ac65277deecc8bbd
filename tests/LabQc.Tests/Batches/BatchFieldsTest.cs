using LabQc.Batches;
using LabQc.Units;

namespace LabQc.Tests.Batches;

public sealed class BatchFieldsTest
{
    [Fact]
    public void Empty_rows_are_left_out_and_the_others_move_up()
    {
        var fields = new BatchFields(
        [
            .. Basics, new("method_parameters.steps[0].name", "only a name"), new("method_parameters.steps[2].g", " 2000 "), new("method_parameters.steps[2].minutes", "20"),
            new("method_parameters.steps[11].g", "100000"), new("method_parameters.steps[11].minutes", "70"),
        ]);

        Assert.Equal(2, fields.Rows(BatchFields.Spins));
        Assert.Equal(["2000", "100000"], fields.Read("form").MethodParameters.Steps!.Select(s => s.G));
    }

    [Fact]
    public void Fields_of_another_method_are_not_taken()
    {
        var details = new BatchFields([.. Basics, new("method_parameters.steps[0].g", "2000"), new("method_parameters.steps[0].minutes", "20"), new("method_parameters.column", "qEV")]).Read("form");

        Assert.Null(details.MethodParameters.Column);
    }

    [Fact]
    public void Parameters_of_a_method_of_the_laboratory_are_taken_by_name()
    {
        var details = new BatchFields(
        [
            .. Basics.Where(f => f.Key != "isolation_method"), new("isolation_method", "tangential-flow"),
            new("method_parameters.other[1].name", "cut-off"), new("method_parameters.other[1].value", "500 kDa"),
        ]).Read("form");

        Assert.Equal("500 kDa", details.MethodParameters.Other!["cut-off"]);
    }

    [Fact]
    public void Every_problem_is_named_once_and_at_its_field()
    {
        var refused = Assert.Throws<FormException>(() => new BatchFields(
        [
            new("isolation_method", "ultracentrifugation"), new("isolated_on", "24.11.2026"), new("volumes[4].volume_ml", "-1"), new("method_parameters.steps[3].g", "x"),
        ]).Read("form"));

        Assert.Equal(
            ["isolated_on", "lot", "method_parameters.steps[0].g", "method_parameters.steps[0].minutes", "product", "source.kind", "source.material", "volumes[0].step", "volumes[0].volume_ml"],
            refused.Problems.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Details_become_fields_and_fields_the_same_details()
    {
        var details = new BatchFields([.. Basics, new("method_parameters.steps[0].g", "2000"), new("method_parameters.steps[0].minutes", "20"), new("remarks", "none")]).Read("form");

        Assert.Equal(JsonForm.Write(details), JsonForm.Write(BatchFields.Of(details).Read("form")));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Basics { get; } =
    [
        new("product", "MSC-EV"), new("lot", "EXO-1"), new("isolation_method", "ultracentrifugation"), new("isolated_on", "2026-11-24"), new("source.kind", "cell-culture"),
        new("source.material", "medium"), new("volumes[0].step", "final"), new("volumes[0].volume_ml", "1.2"), new("not.a.field", "x"),
    ];
}
