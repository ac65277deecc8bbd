using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class TableFormTest
{
    [Fact]
    public void Cells_are_found_by_column_and_empty_ones_are_absent()
    {
        var rows = TableForm.Read("lot,value\r\nA , \"1,5\"\n\nB,\n", "t.csv", ["lot"], ["value"]);

        Assert.Equal(["A", "B"], rows.Select(r => r["lot"]));
        Assert.Equal(["1,5", null], rows.Select(r => r["value"]));
        Assert.Equal([2L, 4L], rows.Select(r => r.Line));
    }

    [Theory]
    [InlineData("lot,vlaue\nA,1\n", "\"vlaue\" is not known")]
    [InlineData("value\n1\n", "\"lot\" is missing")]
    [InlineData("lot,lot\nA,B\n", "stands twice")]
    [InlineData("lot,value\nA\n", "line 2")]
    [InlineData("lot,value\n\"A,1\n", "line 2")]
    [InlineData("", "\"lot\" is missing")]
    public void A_broken_table_is_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormException>(() => TableForm.Read(text, "t.csv", ["lot"], ["value"])).Message, StringComparison.Ordinal);
}
