using LabQc.Batches;

namespace LabQc.Tests.Batches;

public sealed class LotPatternTest
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    [Theory]
    [InlineData("MSC-UC-{yy}{MM}{A}", "MSC-UC-2603A")]
    [InlineData("EXO-{yyyy}-{nnnn}", "EXO-2026-0001")]
    [InlineData("{yyyy}{MM}{dd}.{n}", "20260305.1")]
    [InlineData("EV-{nnn}-S", "EV-001-S")]
    public void The_first_lot_number_of_a_day_is_written_from_the_pattern(string pattern, string expected) =>
        Assert.Equal(expected, LotPattern.Parse(pattern).Next(Day, []));

    [Fact]
    public void The_next_lot_number_follows_the_highest_one_and_fills_no_gap() =>
        Assert.Equal("EXO-2026-0045", LotPattern.Parse("EXO-{yyyy}-{nnnn}").Next(Day, ["EXO-2026-0002", "EXO-2026-0044", "EXO-2026-0007"]));

    [Fact]
    public void Letters_go_on_from_Z_to_AA()
    {
        var pattern = LotPattern.Parse("L{yy}-{A}");

        Assert.Equal("L26-B", pattern.Next(Day, ["L26-A"]));
        Assert.Equal("L26-AA", pattern.Next(Day, ["L26-Z", "L26-B"]));
        Assert.Equal("L26-AB", pattern.Next(Day, ["L26-AA"]));
        Assert.Equal("L26-BA", pattern.Next(Day, ["L26-AZ"]));
    }

    [Fact]
    public void A_counter_grows_a_digit_when_its_zeros_are_used_up() =>
        Assert.Equal("E-1000", LotPattern.Parse("E-{nnn}").Next(Day, ["E-999"]));

    [Fact]
    public void The_counter_begins_anew_with_each_month_that_stands_before_it()
    {
        var pattern = LotPattern.Parse("MSC-UC-{yy}{MM}{A}");

        Assert.Equal("MSC-UC-2603C", pattern.Next(Day, ["MSC-UC-2602F", "MSC-UC-2603A", "MSC-UC-2603B"]));
        Assert.Equal("MSC-UC-2604A", pattern.Next(new DateOnly(2026, 4, 1), ["MSC-UC-2603B"]));
    }

    [Fact]
    public void Lot_numbers_that_the_pattern_does_not_make_are_passed_over() =>
        Assert.Equal("EXO-2026-0003", LotPattern.Parse("EXO-{yyyy}-{nnnn}").Next(Day, ["EXO-2026-0002", "EXO-2026-9999X", "EXO-2026-pilot", "EXO-2025-0077", "exo-2026-0500"]));

    [Theory]
    [InlineData("", "there is no pattern")]
    [InlineData("EXO-{yyyy}", "no counter")]
    [InlineData("EXO-{nn}-{A}", "more than one counter")]
    [InlineData("EXO-{YYYY}-{nn}", "no token")]
    [InlineData("EXO {nn}", "cannot stand in a lot number")]
    [InlineData("EXO-{nn", "no token")]
    [InlineData("{nn}-{yyyy}", "date behind the counter")]
    [InlineData("EXO-{nn}1", "goes on behind the counter")]
    [InlineData("EXO-{A}b", "goes on behind the counter")]
    [InlineData("-{nn}", "begins with '-'")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-{nn}", "more than 64")]
    public void A_pattern_that_makes_no_lot_numbers_is_refused_with_advice(string pattern, string words)
    {
        Assert.False(LotPattern.TryParse(pattern, out _, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => LotPattern.Parse(pattern));
    }

    [Fact]
    public void An_isolation_method_may_have_a_pattern_of_its_own()
    {
        var product = new Product
        {
            Code = "MSC",
            Version = 1,
            Name = "MSC",
            LotPattern = LotPattern.Parse("MSC-{nn}"),
            LotPatterns = [new("size-exclusion", LotPattern.Parse("MSC-SEC-{nn}"))],
        };

        Assert.Equal("MSC-SEC-{nn}", product.PatternFor("size-exclusion")!.Text);
        Assert.Equal("MSC-{nn}", product.PatternFor("precipitation")!.Text);
        Assert.Null((product with { LotPattern = null }).PatternFor("precipitation"));
    }
}
