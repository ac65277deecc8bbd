using LabQc.Consistency;
using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Charts;

/// <summary>Charts over all lots of a kind.</summary>
[Asks(LabAction.ReadRecords)]
internal sealed class IndexModel : LabPage
{
    [BindProperty(SupportsGet = true, Name = "product")]
    public string? Product { get; set; }

    [BindProperty(SupportsGet = true, Name = "method")]
    public string? Method { get; set; }

    [BindProperty(SupportsGet = true, Name = "setup")]
    public string? SetUp { get; set; }

    [BindProperty(SupportsGet = true, Name = "attribute")]
    public string? Attribute { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    public Definitions Definitions { get; private set; } = Definitions.None;

    public ChartChoice Choice { get; private set; } = null!;

    /// <summary>Null where no lot has a size measurement.</summary>
    public ChartView? View { get; private set; }

    /// <summary>The attributes that can be charted.</summary>
    public IReadOnlyList<LabAttribute> Attributes { get; private set; } = [];

    public void OnGet()
    {
        Definitions = new DefinitionRegister(Work).Read();
        var catalogue = new AttributeCatalogue(Definitions.Attributes);
        var profiles = new ProfileStore(Work);
        profiles.Refresh();
        Choice = ChartChoice.Of(profiles.Kinds(), catalogue, Known(Product), Known(Method), Known(SetUp), Known(Attribute), Known(Kind));
        Attributes = [.. catalogue.All.Where(a => a.Kind == AttributeKind.Numeric)];
        View = Choice.Lots is null ? null : new ChartReading(Work, Definitions, Choice).Read();
    }

    public string ProductName(string code) => Definitions.Products.LastOrDefault(p => p.Code == code)?.Name ?? code;

    public string MethodName(string code) => Definitions.IsolationMethods.LastOrDefault(m => m.Code == code)?.Name ?? code;

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
