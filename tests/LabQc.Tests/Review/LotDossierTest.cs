using System.Text;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Demonstration;
using LabQc.Measurements;
using LabQc.Review;
using LabQc.Tests.AuditTrail;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>The frozen record that is signed.</summary>
public sealed class LotDossierTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public LotDossierTest() => _lab.Measured();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void It_names_registry_lot_versions_specification_and_evaluation_with_their_hashes()
    {
        _lab.Submit();

        using var dossier = JsonDocument.Parse(Freeze().Content);
        var root = dossier.RootElement;

        Assert.Equal("labqc-lot-dossier/1", root.GetProperty("form").GetString());
        Assert.Equal(_lab.Registry.Registry.Identity.RegistryId, root.GetProperty("registry").GetString());
        Assert.Equal("false", root.GetProperty("demonstration").GetString());
        Assert.Equal(("lot", Lot), (root.GetProperty("subject").GetProperty("kind").GetString(), root.GetProperty("subject").GetProperty("key").GetString()));
        Assert.Equal(["batch", "result assay.protein", "result safety.endotoxin", "result safety.sterility"], root.GetProperty("record").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(("EV", "1"), (root.GetProperty("specification").GetProperty("product").GetString(), root.GetProperty("specification").GetProperty("version").GetString()));
        Assert.Equal("conforms", root.GetProperty("evaluation").GetProperty("verdict").GetString());
        Assert.Equal(64, root.GetProperty("evaluation").GetProperty("answer_sha256").GetString()!.Length);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("consistency").ValueKind);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes_and_another_one_others()
    {
        var first = Freeze();
        Assert.Equal(first.Sha256, Freeze().Sha256);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.Content.Span)), first.Sha256);

        _lab.Correct("assay.protein", "3.1");

        Assert.NotEqual(first.Sha256, Freeze().Sha256);
    }

    [Fact]
    public void What_comes_later_without_being_a_correction_leaves_the_signature_standing()
    {
        _lab.Submit();
        var verified = _lab.Verify();

        _lab.ReviewTrail();
        _lab.Hold();
        _lab.LiftHold();
        _lab.Release();

        Assert.Empty(_lab.Read(work => LotDossier.Differences(work, verified)));
    }

    [Fact]
    public void A_value_that_was_corrected_and_corrected_back_is_still_a_correction()
    {
        _lab.Submit();
        var verified = _lab.Verify();

        _lab.Correct("assay.protein", "3.1");
        _lab.Correct("assay.protein", "2.8");

        Assert.Single(_lab.Read(work => LotDossier.Differences(work, verified)));
    }

    [Fact]
    public void Freezing_in_a_unit_of_work_that_has_written_is_refused()
    {
        using var work = _lab.Registry.Begin();
        Assert.True(new VersionedDefinitions(work, "product").Define("OTHER", 1, "{}"));

        Assert.Throws<InvalidOperationException>(() => LotDossier.Freeze(work, Lot));
    }

    [Fact]
    public void Measurements_files_and_exclusions_stand_in_it_and_a_new_exclusion_is_told()
    {
        using var registry = new TestRegistry();
        var sample = ProjectFile.Of("sample-batches");
        using var work = registry.Begin();
        DemonstrationRegistry.Define(work, sample);
        DemonstrationRegistry.Take(work, SampleLot.All(sample).Single(s => s.Details.Lot == "MSC-UC-2411A"));
        const string lot = "MSC-UC-2411A";
        var measurement = new MeasurementStore(work).OfLot(lot)[0];
        var before = LotDossier.Freeze(work, lot);

        new MeasurementDecisionStore(work).Decide(measurement.Runs[0].Replicates[1], lot, included: false, "A bubble.", afterVerdict: true);
        work.Commit();
        var after = LotDossier.Freeze(work, lot);

        Assert.Contains(before.Parts, p => p.Name == $"measurement {measurement.Row.Name}");
        Assert.Contains(before.Parts, p => p.Table == "run" && p.Key.Contains(measurement.Runs[0].Row.Sha256));
        var added = Assert.Single(after.Parts.Except(before.Parts, EqualityComparer<DossierPart>.Create((a, b) => a!.Sha256 == b!.Sha256, p => p.Sha256.GetHashCode(StringComparison.Ordinal))));
        Assert.Equal("inclusion", added.Table);
        Assert.Contains("Replicate 2 of", LotTimeline.Of(work, lot)[0].Words, StringComparison.Ordinal);
        Assert.Equal("included", ChangedSinceFirstEntry.Of(work, lot)[0].First);
        Assert.Equal("excluded", ChangedSinceFirstEntry.Of(work, lot)[0].Current);
        Assert.Contains("replicates", LotTimeline.Of(work, lot).Single(e => e.Kind == TimelineKind.Measured).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", Encoding.UTF8.GetString(after.Content.Span), StringComparison.Ordinal);
    }

    private LotDossier Freeze() => _lab.Read(work => LotDossier.Freeze(work, Lot));
}
