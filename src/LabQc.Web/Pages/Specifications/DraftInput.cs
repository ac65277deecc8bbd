using System.Globalization;
using LabQc.Specifications;

namespace LabQc.Web.Pages.Specifications;

/// <summary>
/// A draft's fields as a form sends them. Each bears the name by which problems call it, such as <c>criteria[1].lower</c>; rows
/// are counted from 0 without a gap.
/// </summary>
internal static class DraftInput
{
    /// <summary>More rows than any specification has; what is beyond is not read.</summary>
    private const int MostRows = 200;

    /// <summary>The fields that were sent.</summary>
    public static SpecificationForm Read(IFormCollection form) => new()
    {
        Title = Text(form, "title"),
        MeasurementCount = Text(form, "measurements.count"),
        MinimumVisibleFraction = Text(form, "minimum_visible_fraction"),
        DilutionAgreementPercent = Text(form, "dilution_agreement_percent"),
        Criteria = [.. Enumerable.Range(0, MostRows).TakeWhile(i => form.ContainsKey(Name(i, "attribute"))).Select(i => Row(form, i))],
    };

    /// <summary>The name of a row's field.</summary>
    public static string Name(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"criteria[{row}].{field}");

    /// <summary>The form after a row was added, removed or moved; the same form where the words ask for nothing of the kind.</summary>
    /// <param name="form">The form.</param>
    /// <param name="asked">add, remove-2, up-2 or down-2, rows counted from 0.</param>
    public static SpecificationForm Rearranged(SpecificationForm form, string asked)
    {
        var rows = form.Criteria.ToList();
        var parts = asked.Split('-');
        var row = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (parts[0] == "add")
            rows.Add(new CriterionForm());
        else if (parts[0] == "remove" && row >= 0 && row < rows.Count)
            rows.RemoveAt(row);
        else if (parts[0] == "up" && row > 0 && row < rows.Count)
            (rows[row - 1], rows[row]) = (rows[row], rows[row - 1]);
        else if (parts[0] == "down" && row >= 0 && row < rows.Count - 1)
            (rows[row], rows[row + 1]) = (rows[row + 1], rows[row]);
        return form with { Criteria = rows };
    }

    private static CriterionForm Row(IFormCollection form, int row)
    {
        string? Of(string field) => Text(form, Name(row, field));
        bool Ticked(string field) => form[Name(row, field)].Contains("true");
        return new CriterionForm
        {
            Attribute = Of("attribute"),
            Method = Of("method"),
            RangeFrom = Of("range_nm"),
            RangeTo = Of("range_to"),
            Lower = Of("lower"),
            LowerInclusive = Of("lower_inclusive") != "false",
            Upper = Of("upper"),
            UpperInclusive = Of("upper_inclusive") != "false",
            Decimals = Of("decimals"),
            Expected = Of("expected"),
            Allowed = Of("allowed"),
            Rule = Of("rule"),
            Level = Of("level"),
            MinimumTracks = Of("minimum_tracks"),
            MinimumReplicates = Of("minimum_replicates"),
            MaximumCvPercent = Of("maximum_cv_percent"),
            Mandatory = Ticked("mandatory"),
        };
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString() is { } text && text.Trim().Length > 0 ? text.Trim() : null;
}
