using LabQc.Reports;

namespace LabQc.Tests.Reports;

public sealed class SpreadsheetTextTest
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    public void A_cell_that_would_be_a_formula_gets_an_apostrophe(string text, string cell) => Assert.Equal(cell, SpreadsheetText.Cell(text));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("1 = 1", "1 = 1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Other_cells_stay_what_they_are_and_are_quoted_where_they_must_be(string? text, string cell) => Assert.Equal(cell, SpreadsheetText.Cell(text));

    [Fact]
    public void A_line_ends_as_the_format_says() => Assert.Equal("a,,\"'=b\"\r\n", SpreadsheetText.Line("a", null, "=b"));
}
