using LabQc.Batches;
using LabQc.Methods;
using LabQc.People;
using LabQc.Specifications;
using LabQc.ThirdPartyValidation;
using LabQc.Units;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using LabQc.Web.Pages.Batches;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace LabQc.Web.Pages.Validation;

/// <summary>Third parties' results for one lot, and the form to record one from its certificate.</summary>
[Asks(LabAction.ReadRecords)]
[RequestSizeLimit(LargestRequest)]
[EnableRateLimiting(LabHost.UploadRate)]
internal sealed class LotModel : LabPage
{
    private const long LargestRequest = LabHost.LargestFile + 1024 * 1024;

    public BatchLine State { get; private set; } = null!;

    public IReadOnlyList<ValidationRow> Rows { get; private set; } = [];

    /// <summary>What can be compared: every numeric attribute.</summary>
    public IReadOnlyList<Choice> Attributes { get; private set; } = [];

    [BindProperty] public string? Attribute { get; set; }
    [BindProperty] public string? Value { get; set; }
    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public string? Uncertainty { get; set; }
    [BindProperty] public string? Coverage { get; set; }
    [BindProperty] public string? Laboratory { get; set; }
    [BindProperty] public string? Accreditation { get; set; }
    [BindProperty] public string? Method { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Issued { get; set; }

    /// <summary>Whether the person may record a result here.</summary>
    public bool MayRecord => May(LabAction.RecordValidation, State);

    public void OnGet(string lot)
    {
        State = new BatchStore(Work).State(lot);
        var catalogue = new AttributeCatalogue(new DefinitionRegister(Work).Read().Attributes);
        Rows = ValidationRow.Of(new ValidationBench(Work).Compare(State.LotNumber), catalogue);
        Attributes = [new Choice("", "Choose"), .. catalogue.All.Where(a => a.Kind == AttributeKind.Numeric)
            .Select(a => new Choice(a.Code, AttributeTitle.WithUnit(a)))
            .OrderBy(c => c.Words, StringComparer.Ordinal)];
    }

    [Asks(LabAction.RecordValidation)]
    public IActionResult OnPost(string lot, IFormFile? certificate) => Attempt(() =>
    {
        Require(certificate);
        var added = new ValidationBench(Work).Add(new CertificateFile(Path.GetFileName(certificate!.FileName), Content(certificate)), Entry(lot));
        Work.Commit();
        Toast($"Recorded the result of {added.Record.Laboratory}: {added.Sentence}.");
        return Redirect($"/batches/{Uri.EscapeDataString(added.Record.LotNumber)}/validation");
    }, () => OnGet(lot));

    private ValidationEntry Entry(string lot) => new()
    {
        Lot = new BatchStore(Work).State(lot).LotNumber,
        Attribute = Attribute!,
        EnteredText = Value!,
        Unit = Given(Unit),
        ExpandedUncertainty = Given(Uncertainty),
        CoverageFactor = Given(Coverage),
        Laboratory = Laboratory!.Trim(),
        Accreditation = Given(Accreditation),
        Method = Method!.Trim(),
        CertificateNumber = Given(Number),
        IssuedOn = Given(Issued),
    };

    /// <summary>Names everything that is not there at once.</summary>
    /// <exception cref="FormException">Something is not.</exception>
    private void Require(IFormFile? certificate)
    {
        var missing = new List<FormProblem>();
        foreach (var (name, value, words) in ((string, string?, string)[])[(nameof(Attribute), Attribute, "choose what was measured"), (nameof(Value), Value, "give the value as the certificate prints it"), (nameof(Laboratory), Laboratory, "name the laboratory"), (nameof(Method), Method, "name its method")])
        {
            if (string.IsNullOrWhiteSpace(value))
                missing.Add(new FormProblem(name, words));
        }
        if (certificate is null || certificate.Length == 0)
            missing.Add(new FormProblem("certificate", "choose the certificate's file; it is kept whole"));
        else if (certificate.Length > LabHost.LargestFile)
            missing.Add(new FormProblem("certificate", $"is larger than {LabHost.LargestFile / (1024 * 1024)} MB"));
        if (missing.Count > 0)
            throw new FormException("The third party's result", missing);
    }

    private static byte[] Content(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
