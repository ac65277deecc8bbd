using LabQc.Units;

namespace LabQc.Tests.Units;

public sealed class EnteredResultTest
{
    [Theory]
    [InlineData("412", Qualifier.Equal, 412)]
    [InlineData("= 412", Qualifier.Equal, 412)]
    [InlineData("<0.05", Qualifier.LessThan, 0.05)]
    [InlineData("< 0.05", Qualifier.LessThan, 0.05)]
    [InlineData(">1.2e10", Qualifier.GreaterThan, 1.2e10)]
    public void A_numeric_result_carries_its_qualifier_and_its_text(string text, Qualifier qualifier, double value)
    {
        Assert.True(EnteredResult.TryParseNumeric(text, out var result, out _));
        Assert.Equal(qualifier, result.Qualifier);
        Assert.Equal((decimal)value, result.Number!.Value);
        Assert.Equal(text, result.Text);
    }

    [Theory]
    [InlineData("not detected")]
    [InlineData("Not Detected")]
    [InlineData(" none detected ")]
    public void Not_detected_has_no_number(string text)
    {
        Assert.True(EnteredResult.TryParseNumeric(text, out var result, out _));
        Assert.Equal(Qualifier.NotDetected, result.Qualifier);
        Assert.Null(result.Number);
    }

    [Theory]
    [InlineData("<=0.05", "alone")]
    [InlineData("≤ 0.05", "alone")]
    [InlineData(">= 5", "alone")]
    [InlineData("n.d.", "not determined")]
    [InlineData("ND", "not determined")]
    [InlineData("<0,05", "comma")]
    [InlineData("<<5", "no number")]
    [InlineData("<", "there is no number")]
    [InlineData("", "there is no number")]
    [InlineData("negative", "no number")]
    public void What_can_be_read_in_two_ways_is_refused(string text, string words)
    {
        Assert.False(EnteredResult.TryParseNumeric(text, out _, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not detected", Presence.Absent)]
    [InlineData("negative", Presence.Absent)]
    [InlineData("No  growth", Presence.Absent)]
    [InlineData("absent", Presence.Absent)]
    [InlineData("Detected", Presence.Present)]
    [InlineData("POSITIVE", Presence.Present)]
    [InlineData("growth", Presence.Present)]
    [InlineData("present", Presence.Present)]
    public void Presence_is_read_from_the_words_of_each_test(string text, Presence presence)
    {
        Assert.True(EnteredResult.TryParsePresence(text, out var result, out _));
        Assert.Equal(presence, result.Presence);
        Assert.Equal(text, result.Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("maybe")]
    [InlineData("")]
    public void Any_other_word_says_neither_present_nor_absent(string text)
    {
        Assert.False(EnteredResult.TryParsePresence(text, out _, out var problem));
        Assert.Contains("no growth", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_is_any_text_that_is_not_empty()
    {
        Assert.True(EnteredResult.TryParseCategory(" opalescent ", out var result, out _));
        Assert.Equal("opalescent", result.Category);
        Assert.False(EnteredResult.TryParseCategory(" ", out _, out _));
    }

    [Fact]
    public void Qualifiers_have_the_words_of_the_record()
    {
        Assert.Equal(["=", "<", ">", "not detected"], Enum.GetValues<Qualifier>().Select(q => q.Word()));
    }
}
