using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>What happened to a lot, in sentences, and what was changed since first entry.</summary>
public sealed class LotTimelineTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public LotTimelineTest() => _lab.Measured();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Every_event_of_the_lot_is_an_entry_newest_first()
    {
        _lab.Submit();
        _lab.Verify();
        _lab.ReviewTrail();
        _lab.Release();

        var entries = Timeline();

        Assert.Equal(
            [
                "Released, signed", "Audit trail reviewed, signed", "Verified by a second person, signed", "Submitted for review", "Evaluated by EV@1: conforms",
                "Sterility entered: not detected", "Endotoxin entered: < 0.05 EU/mL", "Protein entered: 2.8 µg/mL", "Registered, in quarantine",
            ],
            entries.Select(e => e.Words));
        Assert.Equal(
            [
                TimelineKind.Released, TimelineKind.AuditTrailReviewed, TimelineKind.Verified, TimelineKind.Submitted, TimelineKind.Evaluated,
                TimelineKind.Entered, TimelineKind.Entered, TimelineKind.Entered, TimelineKind.Registered,
            ],
            entries.Select(e => e.Kind));
        Assert.Equal(["lot/EV-1/3", "lot/EV-1/2", "lot/EV-1/1", null], entries.Take(4).Select(e => e.SignatureId));
        Assert.Equal(entries.Select(e => e.Sequence).OrderDescending(), entries.Select(e => e.Sequence));
        Assert.All(entries, e => Assert.Empty(e.Changes));
    }

    [Fact]
    public void A_correction_shows_what_stood_before_and_after_and_why()
    {
        _lab.Correct("assay.protein", "2.08");
        _lab.CorrectPassage("5");

        var (passage, protein) = (Timeline()[0], Timeline()[1]);

        Assert.Equal(("Protein corrected", "Digits swapped when typed.", TimelineKind.Corrected), (protein.Words, protein.Reason, protein.Kind));
        Assert.Equal([new FieldChange("assay.protein", "Protein", "2.8 µg/mL", "2.08 µg/mL")], protein.Changes);
        Assert.Equal("source.passage corrected", passage.Words);
        Assert.Equal([new FieldChange("source.passage", "source.passage", "4", "5")], passage.Changes);
    }

    [Fact]
    public void What_was_changed_since_first_entry_is_listed_with_first_and_current_value()
    {
        Assert.Empty(Changed());

        _lab.Correct("assay.protein", "2.08");
        _lab.CorrectPassage("5");
        _lab.Correct("assay.protein", "2.09", Both);

        var (passage, protein) = (Changed()[0], Changed()[1]);
        Assert.Equal(("source.passage", "4", "5", 1, "Mira Okafor"), (passage.Field, passage.First, passage.Current, passage.Times, passage.LastBy));
        Assert.Equal(("Protein", "2.8 µg/mL", "2.09 µg/mL", 2, "Bo Th"), (protein.Field, protein.First, protein.Current, protein.Times, protein.LastBy));
        Assert.Equal(Timeline()[0].Sequence, protein.LastSequence);
    }

    [Fact]
    public void A_value_that_is_given_for_the_first_time_by_a_correction_and_one_that_is_taken_away_are_changes()
    {
        _lab.Do(Mira, work =>
        {
            var batches = new LabQc.Batches.BatchStore(work);
            var details = batches.Current(Lot).Details;
            batches.Correct(details with { Remarks = "Thawed twice.", Source = details.Source with { Passage = null } }, batches.State(Lot).RowVersion, "Read again.");
            return true;
        });

        Assert.Equal(
            [("remarks", null, "Thawed twice."), ("source.passage", "4", null)],
            Changed().OrderBy(c => c.Field, StringComparer.Ordinal).Select(c => (c.Field, c.First, c.Current)));
    }

    private IReadOnlyList<TimelineEntry> Timeline() => _lab.Read(work => LotTimeline.Of(work, Lot));

    private IReadOnlyList<ChangedValue> Changed() => _lab.Read(work => ChangedSinceFirstEntry.Of(work, Lot));
}
