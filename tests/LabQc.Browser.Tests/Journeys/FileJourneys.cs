using System.Text;
using LabQc.Browser.Tests.Browsers;
using LabQc.Demonstration;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LabQc.Browser.Tests.Journeys;

/// <summary>A technician brings in instrument files, and says which replicates count.</summary>
public sealed class FileJourneys(DemonstrationInABrowser demonstration)
{
    [Fact]
    public async Task An_instrument_file_is_looked_at_before_anything_is_stored_and_then_taken()
    {
        const string lot = "MSC-UC-FILE1";
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await JourneyLots.Register(p, lot);
            await p.Follow("Import files");
            await p.SeesTitle("Import instrument files");
            await p.Page.GetByLabel("Choose files").SetInputFilesAsync(ExportOf(lot));
            await p.Sees("1 file read");
            await p.Sees("Nothing is stored yet.");
            await Expect(p.FieldThatBegins("Lot")).ToHaveValueAsync(lot);
            var elsewhere = await p.Page.Context.NewPageAsync();
            await elsewhere.GotoAsync($"/batches/{lot}");
            await Expect(elsewhere.GetByText("Nothing is measured yet", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
            await elsewhere.CloseAsync();
            await p.Press("Take 1 ready file");
            await p.Open($"/batches/{lot}");
            await Expect(p.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Size distribution" })).ToBeVisibleAsync();
            await p.Press("Evaluate");
            await p.Open($"/batches/{lot}");
            await Expect(p.Region("Criteria").GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "D50" })).ToContainTextAsync("Does not conform");
        });
    }

    [Fact]
    public async Task A_replicate_is_left_out_after_a_verdict_when_a_second_person_confirms()
    {
        const string lot = JourneyLots.WithABadReplicate;
        var replicate = "";
        await using var technician = await demonstration.SignIn("technician");
        await technician.Do(async p =>
        {
            await p.Open($"/batches/{lot}/replicates");
            await p.Sees("needs a second person");
            var first = p.Region("Replicates of M1").GetByRole(AriaRole.Row).Nth(1);
            replicate = await first.GetByRole(AriaRole.Rowheader).InnerTextAsync();
            await first.GetByRole(AriaRole.Link).ClickAsync();
            await p.Field("Reason").FillAsync("An air bubble crossed the field.");
            await p.Press("Propose to leave it out");
            await p.Sees("You proposed this; another person confirms or declines it.");
        });
        await using var second = await demonstration.SignIn("qa-manager");
        await second.Do(async p =>
        {
            await p.Open($"/batches/{lot}/replicates");
            await p.Sees("An air bubble crossed the field.");
            await p.Field("Reason").FillAsync("The bubble is seen in the video.");
            await p.Press($"Confirm: leave out {replicate}");
            await p.Sees("The verdict with and without");
            await p.Open($"/batches/{lot}");
            await p.Sees("A replicate was excluded after a verdict was shown.");
        });
    }

    /// <summary>A sample's export, as if the instrument had measured this lot.</summary>
    private static FilePayload ExportOf(string lot)
    {
        const string sample = "MSC-UC-2610A";
        var export = File.ReadAllText(Path.Combine(SampleLot.FindSamples(AppContext.BaseDirectory)!, sample, $"{sample}_-ExperimentSummary.csv"), Encoding.Latin1);
        return new FilePayload
        {
            Name = $"{lot}_-ExperimentSummary.csv",
            MimeType = "text/csv",
            Buffer = Encoding.Latin1.GetBytes(export.Replace(sample, lot, StringComparison.Ordinal)),
        };
    }
}
