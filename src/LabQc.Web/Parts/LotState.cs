using LabQc.People;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabQc.Web.Parts;

/// <summary>The state of a lot as the label on its tube, as <c>&lt;lot-state work-state="testing" disposition="quarantined" /&gt;</c>.</summary>
[HtmlTargetElement("lot-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LotState : TagHelper
{
    /// <summary>Of the registry: draft, testing, submitted, verified.</summary>
    public string WorkState { get; set; } = "";

    /// <summary>Of the registry: quarantined, released, rejected, recalled.</summary>
    public string Disposition { get; set; } = "";

    /// <summary>Whether somebody holds the lot.</summary>
    public bool OnHold { get; set; }

    /// <summary>Large and in full words, beside the title of the lot's page.</summary>
    public bool Lg { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var stage = LotStages.Of(WorkState, Disposition);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state {Look(stage)}{(OnHold ? " held" : "")}{(Lg ? " lg" : "")}");
        output.Content.SetContent(Words(stage, Lg) + (OnHold ? ", on hold" : ""));
    }

    private static string Look(LotStage stage) => stage switch
    {
        LotStage.Testing or LotStage.Submitted or LotStage.Verified => "quarantined",
        _ => stage.Word(),
    };

    internal static string Words(LotStage stage, bool full) => (stage, full) switch
    {
        (LotStage.Draft, _) => "Draft",
        (LotStage.Testing, true) => "Quarantined, in testing",
        (LotStage.Testing, false) => "Quarantined",
        (LotStage.Submitted, true) => "Quarantined, in review",
        (LotStage.Submitted, false) => "In review",
        (LotStage.Verified, true) => "Quarantined, verified",
        (LotStage.Verified, false) => "Verified",
        (LotStage.Released, _) => "Released",
        (LotStage.Rejected, _) => "Rejected",
        (LotStage.Recalled, _) => "Recalled",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No lot is at this stage."),
    };
}
