using LabQc.Batches;
using LabQc.Tests.Database;
using LabQc.Tests.Review;

namespace LabQc.Tests.Batches;

public sealed class LotNumberTest : IDisposable
{
    private readonly ReviewedLaboratory _laboratory = new(withPeople: false);

    public void Dispose() => _laboratory.Dispose();

    [Fact]
    public void The_next_lot_number_is_proposed_from_those_that_are_registered()
    {
        foreach (var lot in new[] { "EV-26-A", "EV-26-B", "EV-25-Z", "EV-2-X", "EV-27-C" })
            _laboratory.Register(lot);

        Assert.Equal("EV-26-C", _laboratory.Read(work => new LotNumberStore(work).Propose(LotPattern.Parse("EV-{yy}-{A}"), new DateOnly(2026, 3, 2))));
        Assert.Equal("EV-28-A", _laboratory.Read(work => new LotNumberStore(work).Propose(LotPattern.Parse("EV-{yy}-{A}"), new DateOnly(2028, 3, 2))));
    }

    [Fact]
    public void Lot_numbers_are_found_by_how_they_begin()
    {
        foreach (var lot in new[] { "EV-26", "EV-26-A", "EV-27", "ev-26-B", "F" })
            _laboratory.Register(lot);

        Assert.Equal(["EV-26", "EV-26-A"], _laboratory.Read(work => new LotNumberStore(work).WithPrefix("EV-26")));
        Assert.Equal(5, _laboratory.Read(work => new LotNumberStore(work).WithPrefix("")).Count);
        Assert.Empty(_laboratory.Read(work => new LotNumberStore(work).WithPrefix("G")));
    }

    [Fact]
    public void Lot_numbers_are_looked_for_in_their_index()
    {
        using var work = _laboratory.Registry.Begin();
        var plan = QueryPlan.Of(
            work,
            "SELECT lot_number FROM batch WHERE site = @site AND lot_number >= @prefix AND lot_number < @beyond",
            new { site = "main", prefix = "EV", beyond = "EW" });

        Assert.Contains("site=? AND lot_number>? AND lot_number<?", Assert.Single(plan), StringComparison.Ordinal);
    }
}
