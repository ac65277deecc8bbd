using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Instruments;

/// <summary>Whether a mapping makes sense by itself.</summary>
internal static class TableMappingCheck
{
    /// <summary>All that is wrong; empty for a mapping that can be used.</summary>
    public static IReadOnlyList<FormProblem> Problems(TableMapping mapping)
    {
        var problems = new List<FormProblem>();
        void Refuse(bool wrong, string where, string message)
        {
            if (wrong)
                problems.Add(new FormProblem(where, message));
        }
        Refuse(string.IsNullOrWhiteSpace(mapping.Name) || mapping.Name.Contains('@', StringComparison.Ordinal), "name", "expected a name without @");
        Refuse(mapping.Version < 1, "version", "expected 1 or more");
        Refuse(mapping.Delimiter is not ("tab" or "comma" or "semicolon" or "space"), "delimiter", $"expected tab, comma, semicolon or space, found \"{mapping.Delimiter}\"");
        Refuse(mapping.DecimalMark is not ("point" or "comma"), "decimal_mark", $"expected point or comma, found \"{mapping.DecimalMark}\"");
        Refuse(mapping.Delimiter == "comma" && mapping.DecimalMark == "comma", "decimal_mark", "a comma cannot separate both cells and decimals");
        Refuse(mapping.HeaderRow < 0, "header_row", "expected 0 or more");
        Refuse(mapping.FirstRow is { } first && first <= mapping.HeaderRow, "first_row", "expected a line under the header");
        Refuse(mapping.Size.Number < 1, "size.column", "columns count from 1");
        Refuse(mapping.Values.Count == 0, "values.columns", "expected at least one column");
        Refuse(mapping.Values.Any(v => v.Number < 1), "values.columns", "columns count from 1");
        Refuse(mapping.Values.Any(v => v.Number == mapping.Size.Number), "values.columns", "the column of the sizes is none of values");
        Refuse(mapping.Values.Select(v => v.Number).Distinct().Count() < mapping.Values.Count, "values.columns", "a column is listed twice");
        Refuse(mapping.Meaning == ValueMeaning.Count && mapping.Weighting != Weighting.Number, "values.weighting", "counts are weighted by number");
        Refuse(mapping.DilutionApplied && mapping.Meaning is (ValueMeaning.Count or ValueMeaning.Percent), "values.dilution_applied", "only concentrations can have a dilution applied");
        return problems;
    }
}
