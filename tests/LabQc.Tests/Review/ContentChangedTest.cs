using LabQc.Database;
using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>What becomes of a lot under review, and of what was signed, when its record changes.</summary>
public sealed class ContentChangedTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("result")]
    [InlineData("batch")]
    [InlineData("new result")]
    public void A_change_of_a_submitted_lot_sends_it_back_to_testing(string what)
    {
        _lab.Measured(sterility: what == "new result" ? null : "not detected");
        _lab.Submit();

        Change(what);

        Assert.Equal("testing", _lab.State().WorkState);
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Theory]
    [InlineData("result")]
    [InlineData("batch")]
    [InlineData("new result")]
    public void A_change_of_a_verified_lot_sends_it_back_and_marks_the_verifiers_signature(string what)
    {
        _lab.Measured(sterility: what == "new result" ? null : "not detected");
        _lab.Submit();
        var verified = _lab.Verify();
        Assert.Empty(_lab.Read(work => LotDossier.Differences(work, verified)));

        Change(what);

        Assert.Equal("testing", _lab.State().WorkState);
        var difference = Assert.Single(_lab.Read(work => LotDossier.Differences(work, verified)));
        Assert.Equal(what switch
        {
            "result" => "Protein corrected on 2026-03-02 by Mira Okafor",
            "batch" => "Batch details corrected on 2026-03-02 by Mira Okafor",
            _ => "Sterility added on 2026-03-02 by Mira Okafor",
        }, difference.Words);
        var last = _lab.Registry.Events()[^1];
        Assert.Equal((last.Sequence, last.OccurredAt, "Mira Okafor"), (difference.Sequence, difference.At, difference.By));
        Assert.True(_lab.Read(work => LotTimeline.Of(work, Lot))[0].SentBack);
    }

    [Fact]
    public void A_corrected_lot_is_released_after_the_whole_way_again()
    {
        _lab.ReadyForRelease();
        _lab.Correct("assay.protein", "3.1");

        Assert.Throws<NotPermittedException>(() => _lab.Release());
        _lab.Submit();
        _lab.Verify();
        Assert.Equal(BlockerKind.AuditTrailOutdated, Assert.Single(_lab.Blockers()).Kind);
        _lab.ReviewTrail();
        _lab.Release();

        Assert.Equal("released", _lab.State().Disposition);
    }

    [Fact]
    public void On_a_decided_lot_nothing_changes_but_the_signatures_standing_and_a_review_opens()
    {
        _lab.ReadyForRelease();
        _lab.Release();
        Assert.Empty(_lab.Read(work => ReviewQueue.Of(work, viewer: null)));

        _lab.Correct("assay.protein", "3.1");
        _lab.Correct("assay.protein", "3.2");

        Assert.Equal(("decided", "released"), (_lab.State().WorkState, _lab.State().Disposition));
        Assert.All(_lab.Signatures(), s => Assert.Single(_lab.Read(work => LotDossier.Differences(work, s))));
        var waiting = Assert.Single(_lab.Read(work => ReviewQueue.Of(work, viewer: null)));
        Assert.Equal((Lot, AuditTrailState.ChangedSince), (waiting.LotNumber, waiting.AuditTrail));
        Assert.NotNull(waiting.CorrectedAfterDecision);
        Assert.True(_lab.Registry.Verify().Ok);
    }

    [Fact]
    public void A_review_of_the_audit_trail_closes_the_review_of_a_decided_lot_and_the_mark_stays()
    {
        _lab.ReadyForRelease();
        _lab.Release();
        _lab.Correct("assay.protein", "3.1");

        _lab.ReviewTrail(by: Tomas);

        Assert.Empty(_lab.Read(work => ReviewQueue.Of(work, viewer: null)));
        Assert.Single(_lab.Read(work => LotDossier.Differences(work, _lab.Signatures()[2])));
        Assert.Empty(_lab.Read(work => LotDossier.Differences(work, _lab.Signatures()[^1])));
        _lab.Correct("safety.endotoxin", "< 0.04");
        Assert.Single(_lab.Read(work => ReviewQueue.Of(work, viewer: null)));
    }

    [Fact]
    public void Whoever_writes_content_and_does_not_name_the_lots_row_is_refused()
    {
        _lab.Measured();
        _lab.Submit();

        Assert.Throws<UnrecordedChangeException>(() => _lab.Do(Mira, work => work.Trail.Record("assay.smuggled", Lot, reason: null,
            [new LabQc.AuditTrail.RecordKey("assay_result", work.Site, Lot, "assay.protein", 2L)], () => work.Session.Execute(
                """
                INSERT INTO assay_result (site, lot_number, attribute, version, entered_text, source, recorded_at, recorded_by)
                VALUES (@site, 'EV-1', 'assay.protein', 2, '9', 'typed', '2026-03-02', 'Mira Okafor')
                """,
                new { site = work.Site }))));

        Assert.Equal("submitted", _lab.State().WorkState);
    }

    [Fact]
    public void A_value_written_outside_LabQc_marks_the_signature_too()
    {
        _lab.ReadyForRelease();
        _lab.Registry.TryTamper("INSERT INTO assay_result SELECT site, lot_number, attribute, 2, '9', unit, method, method_version, source, measured_on, measured_by, reason, recorded_at, recorded_by FROM assay_result WHERE attribute = 'assay.protein'");

        var difference = Assert.Single(_lab.Read(work => LotDossier.Differences(work, _lab.Signatures()[0])));

        Assert.Equal(("Protein changed outside LabQc, no event tells of it", 0L), (difference.Words, difference.Sequence));
        Assert.False(_lab.Registry.Verify().Ok);
    }

    private void Change(string what) => _ = what switch
    {
        "result" => _lab.Correct("assay.protein", "3.1"),
        "batch" => _lab.CorrectPassage("5"),
        _ => _lab.Enter("safety.sterility", "not detected").Count > 0,
    };
}
