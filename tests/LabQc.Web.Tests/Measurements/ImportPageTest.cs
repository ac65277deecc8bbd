using System.Net;
using System.Text;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Measurements;

/// <summary>Dropping instrument files, looking at them, taking and discarding them.</summary>
public sealed class ImportPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>, IAsyncLifetime
{
    private const string Nanosight = "MSC-UC-2601A";
    private const string Zetaview = "PLT-PEG-2602A";
    private SignedInClient _mira = null!;

    public async ValueTask InitializeAsync()
    {
        _mira = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        await _mira.Post("/import?handler=Discard");
    }

    public ValueTask DisposeAsync()
    {
        _mira.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_dropped_file_is_shown_and_nothing_of_it_stands_in_the_record()
    {
        var lot = Register("IMP-1", Nanosight);
        var before = Events();

        var sent = await Send(Renamed(Nanosight, lot));
        var page = await Page();

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("1 file read", page, StringComparison.Ordinal);
        Assert.Contains("Take 1 ready file", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Size distribution, 0 to 400 nm, median", page, StringComparison.Ordinal);
        Assert.Contains("the lot number stands in the name", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{lot}\"", page, StringComparison.Ordinal);
        Assert.Contains("file says", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.Equal(before, Events());
        Assert.Equal(HttpStatusCode.NotFound, (await _mira.Get($"/files/{RawFileStore.Sha256Of(Content(Nanosight, lot))}")).StatusCode);
    }

    [Fact]
    public async Task A_preview_survives_a_closed_browser_and_is_nobody_elses()
    {
        await Send(Renamed(Nanosight, "IMP-2"));
        using var again = await SignedInClient.InRole(demonstration.Laboratory, "technician");
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");

        Assert.Contains("IMP-2_ExperimentSummary.csv", await again.Read("/import"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get("/import")).StatusCode);
    }

    [Fact]
    public async Task A_taken_file_is_recorded_under_the_persons_name_and_the_lot_is_judged()
    {
        var lot = Register("IMP-3", Nanosight);
        await Send(Renamed(Nanosight, lot));

        var taken = await _mira.Post("/import?handler=Take");
        var page = WebUtility.HtmlDecode(await _mira.Read("/import"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("No file waits", page, StringComparison.Ordinal);
        Assert.Contains($"1 file is taken into {lot}/M1. {lot} is incomplete", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/batches/{lot}\">Show lot</a>", page, StringComparison.Ordinal);
        var measurement = Assert.Single(Do(work => new MeasurementStore(work).OfLot(lot)));
        Assert.Equal(("M1", "Mira Okafor"), (measurement.Row.Name, measurement.Row.RecordedBy));
        var file = await _mira.Get($"/files/{measurement.Runs[0].Row.Sha256}");
        Assert.Equal(Content(Nanosight, lot), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_discarded_file_leaves_nothing()
    {
        await Send(Renamed(Nanosight, "IMP-4"));
        var sha256 = RawFileStore.Sha256Of(Content(Nanosight, "IMP-4"));

        await _mira.Post("/import?handler=Discard", ("only", sha256));

        Assert.Contains("nothing of it was stored", await _mira.Read("/import"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _mira.Get($"/files/{sha256}")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_dilution_is_asked_for_and_once_given_the_concentration_is_of_the_undiluted_sample()
    {
        var lot = Register("IMP-5", Zetaview);
        var files = SampleFiles.Of(Zetaview, "_0002_").Select(f => (f.Field, FileName: f.FileName.Replace(Zetaview + "-20000", lot, StringComparison.Ordinal), Content: Undiluted(f.Content))).ToList();
        await Send([.. files]);
        var asking = await Page();
        var sha256 = RawFileStore.Sha256Of(files.Single(f => !f.FileName.Contains("11pos", StringComparison.Ordinal)).Content);

        var page = await Describe(sha256, 1, ("Dilution", "500"), ("Lot", lot), ("Purpose", "sample"), ("Measurement", "M1"));

        Assert.Contains("Dilution unknown", asking, StringComparison.Ordinal);
        Assert.Contains("How far was it diluted?", asking, StringComparison.Ordinal);
        Assert.Contains("Concentration, as measured in the cell", asking, StringComparison.Ordinal);
        Assert.Contains("Take size only", asking, StringComparison.Ordinal);
        Assert.Contains("Goes with its measurement", asking, StringComparison.Ordinal);
        Assert.Contains("Concentration, undiluted", page, StringComparison.Ordinal);
        Assert.Contains("Dilution 500 as you said", page, StringComparison.Ordinal);
        Assert.Contains("Take 1 ready file", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _mira.Post("/import?handler=Take", ("only", sha256))).StatusCode);
        Assert.Equal(500, Do(work => new MeasurementStore(work).OfLot(lot))[0].Runs[0].Row.DilutionFactor);
    }

    [Fact]
    public async Task What_was_said_in_another_window_is_not_overwritten()
    {
        var lot = Register("IMP-6", Nanosight);
        await Send(Renamed(Nanosight, lot));
        var sha256 = RawFileStore.Sha256Of(Content(Nanosight, lot));
        await Describe(sha256, 1, ("Lot", lot), ("Purpose", "blank"), ("Measurement", "B1"));

        var late = await _mira.Post("/import?handler=Describe", Fields(sha256, 1, ("Lot", lot), ("Purpose", "sample"), ("Measurement", "M7")));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("was changed since you read it", page, StringComparison.Ordinal);
        Assert.Contains("value=\"M7\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_says_why_and_cannot_be_taken()
    {
        await Send(("upload", "broken-ExperimentSummary.csv", SampleFiles.Read("broken", "nanosight-without-size-data.csv")));

        var page = await Page();

        Assert.Contains("This file cannot be taken.", page, StringComparison.Ordinal);
        Assert.Contains("Take 0 ready files", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _mira.Post("/import?handler=Take")).StatusCode);
    }

    [Fact]
    public async Task A_file_for_a_submitted_lot_is_refused_with_the_reason_and_waits_on()
    {
        var lot = Register("IMP-7", Nanosight);
        demonstration.Put(lot, LabQc.People.LotStage.Submitted);
        await Send(Renamed(Nanosight, lot));

        var refused = await _mira.Post("/import?handler=Take");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("not while the lot is submitted", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains($"{lot}_ExperimentSummary.csv", await _mira.Read("/import"), StringComparison.Ordinal);
        Assert.Empty(Do(work => new MeasurementStore(work).OfLot(lot)));
    }

    [Fact]
    public async Task Names_and_contents_from_outside_are_encoded()
    {
        const string hostile = "<img src=x onerror=alert(1)>.csv";
        await Send(("upload", hostile, Encoding.UTF8.GetBytes("<script>alert(1)</script>,2\n3,4\n")));

        var page = await _mira.Read("/import");

        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_the_limit_and_the_others_are_kept()
    {
        var answer = await Send(("upload", "large.csv", new byte[(32 << 20) + 1]), ("upload", "IMP-8_ExperimentSummary.csv", Content(Nanosight, "IMP-8")));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("large.csv has 32.0 MB, and a file may have 32 MB", page, StringComparison.Ordinal);
        Assert.Contains("IMP-8_ExperimentSummary.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_stands_says_as_what()
    {
        await Send(("upload", "again.csv", SampleFiles.Of("MSC-UC-2411A", "MSC-UC-2411A")[0].Content));

        Assert.Contains("Stands already as MSC-UC-2411A/M1", await Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bead_check_goes_to_its_instrument_and_its_chart()
    {
        var sent = await _mira.Upload("/import?instrument=NTA-1&handler=Upload", [], [("upload", "beads.csv", Altered(SampleFiles.Of("MSC-UC-2411A", "beads")[0].Content, "beads"))]);
        var taken = await _mira.Post("/import?handler=Take");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("href=\"/instruments/NTA-1\"", await _mira.Read("/import"), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(params (string Field, string FileName, byte[] Content)[] files) =>
        await _mira.Upload("/import?handler=Upload", [], files);

    private async Task<string> Page() => WebUtility.HtmlDecode(await _mira.Read("/import"));

    private async Task<string> Describe(string sha256, long version, params (string Name, string Value)[] said)
    {
        var answer = await _mira.Post("/import?handler=Describe", Fields(sha256, version, said));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await Page();
    }

    private static (string, string)[] Fields(string sha256, long version, params (string Name, string Value)[] said) =>
        [($"Files[{sha256}].RowVersion", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. said.Select(s => ($"Files[{sha256}].{s.Name}", s.Value))];

    private static (string, string, byte[]) Renamed(string sample, string lot) => ("upload", $"{lot}_ExperimentSummary.csv", Content(sample, lot));

    private static byte[] Content(string sample, string lot) => Altered(SampleFiles.Of(sample, sample)[0].Content, lot);

    /// <summary>A file of its own: the same numbers, other bytes.</summary>
    private static byte[] Altered(byte[] content, string lot) => [.. content, .. Encoding.ASCII.GetBytes(new string('\n', 1 + lot[^1] % 16))];

    /// <summary>The same file without the dilution that the instrument recorded.</summary>
    private static byte[] Undiluted(byte[] content) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("Dilution::\t20000.000000", "Dilution::\t0.000000", StringComparison.Ordinal));

    private string Register(string lot, string like)
    {
        var form = Path.Combine(SampleFiles.Folder, like, "batch.json");
        return Do(work =>
        {
            new BatchStore(work).Register(BatchForm.Read(File.ReadAllText(form), form) with { Lot = lot });
            return lot;
        });
    }

    private long Events() => Do(work => work.Session.Find<long>("SELECT COUNT(*) FROM audit_event WHERE action <> 'signed-in'", new { }));

    private T Do<T>(Func<LabWork, T> act)
    {
        using var work = demonstration.Laboratory.Laboratory.Registry.Begin(Actor.OfAccount());
        var answer = act(work);
        work.Commit();
        return answer;
    }
}
