using System.Globalization;
using System.Text;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Consistency;

/// <summary>A table of past lots as <c>labqc import-history</c> takes it: who and what, and a column for each attribute.</summary>
internal sealed class HistoryTable(Definitions definitions, DateOnly today)
{
    private static readonly IReadOnlyList<string> Required =
        ["lot", "product", "isolation_method", "set_up", "isolated_on", "disposition", "declared_by"];

    private static readonly IReadOnlyList<string> Dispositions = ["released", "rejected", "recalled"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<LabAttribute> _attributes =
        [.. new AttributeCatalogue(definitions.Attributes).All.Where(a => a.Kind == AttributeKind.Numeric)];

    /// <summary>Reads all rows, or names everything that is wrong with them.</summary>
    /// <exception cref="FormException">Something is wrong; nothing is taken.</exception>
    public IReadOnlyList<HistoricalLot> Read(byte[] content, string form)
    {
        var rows = TableForm.Read(Text(content, form), form, Required, [.. _attributes.Select(a => a.Code)]);
        var problems = rows.SelectMany(Problems)
            .Concat(rows.GroupBy(r => r["lot"]).Where(g => g.Key is not null && g.Count() > 1)
                .Select(g => new FormProblem($"line {g.Last().Line}", $"lot {g.Key} stands twice")))
            .ToList();
        if (rows.Count == 0)
            problems.Add(new FormProblem("table", "there is no lot in it"));
        return problems.Count > 0 ? throw new FormException(form, problems) : [.. rows.Select(LotOf)];
    }

    private static string Text(byte[] content, string form)
    {
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new FormException(form, [new FormProblem("table", "the text is not UTF-8; save the table as \"CSV UTF-8\"")]);
        }
    }

    private IEnumerable<FormProblem> Problems(TableRow row) => ProblemsOfCells(row).Select(p => new FormProblem($"line {row.Line}", p));

    private IEnumerable<string> ProblemsOfCells(TableRow row)
    {
        foreach (var column in Required.Where(c => row[c] is null))
            yield return $"{column} is empty";
        if (row["product"] is { } product && !definitions.Products.Any(p => p.Code == product))
            yield return $"product \"{product}\" is not defined";
        if (row["isolation_method"] is { } method && !definitions.IsolationMethods.Any(m => m.Code == method))
            yield return $"isolation method \"{method}\" is not defined; defined are {string.Join(", ", definitions.IsolationMethods.Select(m => m.Code).Distinct())}";
        if (row["disposition"] is { } disposition && !Dispositions.Contains(disposition))
            yield return $"disposition is {string.Join(", ", Dispositions)}; found \"{disposition}\"";
        if (row["isolated_on"] is { } day && DayProblem(day) is { } wrong)
            yield return wrong;
        var values = _attributes.Where(a => row[a.Code] is not null).ToList();
        if (values.Count == 0)
            yield return "no attribute has a value";
        foreach (var problem in values.Select(a => ValueProblem(a, row[a.Code]!)).OfType<string>())
            yield return problem;
    }

    private string? DayProblem(string text) => Day(text) is not { } day
        ? $"isolated_on is a day as yyyy-MM-dd; found \"{text}\""
        : day > today ? $"isolated_on {text} is still to come: a past lot has been isolated" : null;

    private static string? ValueProblem(LabAttribute attribute, string text)
    {
        if (!EnteredNumber.TryParse(text, out var number, out var problem))
            return $"{attribute.Code}: {problem.TrimEnd('.')}";
        return attribute.Scale switch
        {
            AttributeScale.Logit when number.Value is < 0 or > 100 => $"{attribute.Code} is a percentage from 0 to 100; found {text}",
            AttributeScale.Log10 when number.Value <= 0 => $"{attribute.Code} is more than 0; found {text}",
            AttributeScale.Linear when number.Value < 0 || (number.Value == 0 && AttributeCatalogue.IsDiameter(attribute.Code)) => $"{attribute.Code} is more than 0; found {text}",
            _ => null,
        };
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private HistoricalLot LotOf(TableRow row) => new()
    {
        LotNumber = row["lot"]!,
        Product = row["product"]!,
        IsolationMethod = row["isolation_method"]!,
        SetUp = row["set_up"]!,
        IsolatedOn = Day(row["isolated_on"]!)!.Value,
        Disposition = row["disposition"]!,
        DeclaredBy = row["declared_by"]!,
        Values = _attributes.Where(a => row[a.Code] is not null).ToDictionary(a => a.Code, a => row[a.Code]!),
    };
}
