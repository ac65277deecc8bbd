using AngleSharp.Html.Parser;
using LabQc.People;
using LabQc.Web.Tests.Laboratories;

namespace LabQc.Web.Tests.Permissions;

/// <summary>The published permission table.</summary>
public sealed class PermissionsPageTest(SmallDemonstration demonstration) : IClassFixture<SmallDemonstration>
{
    [Fact]
    public async Task The_page_says_of_every_action_role_and_stage_what_the_table_in_code_says()
    {
        using var auditor = await SignedInClient.InRole(demonstration.Laboratory, "auditor");
        var page = new HtmlParser().ParseDocument(await auditor.Read("/permissions"));
        var roles = RoleWords.All;
        foreach (var entry in PermissionTable.Entries)
        {
            var cells = page.GetElementById(entry.Action.ToString())!.Children;
            Assert.StartsWith(entry.Words, cells[0].TextContent);
            for (var i = 0; i < roles.Count; i++)
                Assert.Equal(entry.Roles.Contains(roles[i]), cells[1 + i].QuerySelector("[aria-label=allowed]") is not null);
            for (var i = 0; i < LotStages.OfLots.Count && entry.Stages is not [LotStage.None]; i++)
                Assert.Equal(entry.Stages.Contains(LotStages.OfLots[i]), cells[1 + roles.Count + i].QuerySelector("[aria-label=possible]") is not null);
        }
        Assert.Contains("Four eyes.", page.Body!.TextContent);
    }
}
