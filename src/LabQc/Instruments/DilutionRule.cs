using System.Globalization;

namespace LabQc.Instruments;

/// <summary>
/// Which dilution holds. The file's own comes first; a person fills only a gap, and one who contradicts the file refuses it; a
/// name is a proposal. Never is 1 assumed.
/// </summary>
internal static class DilutionRule
{
    /// <summary>The dilution, or null where the draft has become an error.</summary>
    /// <param name="draft">Receives the findings.</param>
    /// <param name="recorded">What the file records; null if nothing.</param>
    /// <param name="appliedInFile">Whether the file multiplies its concentrations by what it records.</param>
    /// <param name="stated">What a person says.</param>
    /// <param name="names">The names that may hold a dilution.</param>
    public static Dilution? Resolve(
        FileDraft draft, double? recorded, bool appliedInFile, StatedDilution? stated, IEnumerable<string?> names)
    {
        if (stated is not null && !(stated.Factor >= 1 && double.IsFinite(stated.Factor)))
        {
            draft.Fail("dilution.unsound", $"A dilution is a factor of at least 1, not {Text(stated.Factor)}.");
            return null;
        }
        var proposed = DilutionNames.Propose(names);
        if (recorded is { } factor)
            return OfFile(draft, factor, appliedInFile, stated, proposed);
        return stated is null ? Unknown(draft, proposed) : Stated(draft, stated, proposed);
    }

    private static Dilution? OfFile(FileDraft draft, double recorded, bool applied, StatedDilution? stated, DilutionProposal? proposed)
    {
        if (stated is not null && !Same(stated.Factor, recorded))
        {
            draft.Fail("dilution.conflict", $"The file records a dilution of {Text(recorded)}, but {Text(stated.Factor)} was stated.");
            return null;
        }
        if (stated is not null)
            draft.Info("dilution.agrees", $"The stated dilution of {Text(recorded)} is the one that the file records.");
        if (proposed is not null && !Same(proposed.Factor, recorded))
            draft.Warn("dilution.name-differs", $"The file records a dilution of {Text(recorded)}, but the name \"{proposed.From}\" suggests {Text(proposed.Factor)}.");
        return new Dilution(recorded, DilutionSource.File, applied, null);
    }

    private static Dilution Stated(FileDraft draft, StatedDilution stated, DilutionProposal? proposed)
    {
        if (proposed is not null && !Same(proposed.Factor, stated.Factor))
            draft.Warn("dilution.name-differs", $"A dilution of {Text(stated.Factor)} was stated, but the name \"{proposed.From}\" suggests {Text(proposed.Factor)}.");
        return new Dilution(stated.Factor, stated.Source, false, null);
    }

    private static Dilution Unknown(FileDraft draft, DilutionProposal? proposed)
    {
        var suggestion = proposed is null
            ? "State it with the dilution that was used."
            : $"The name \"{proposed.From}\" suggests {Text(proposed.Factor)}: confirm or state it.";
        draft.Warn("dilution.unknown", $"No dilution is recorded. Concentrations are what was measured in the cell, and no result. {suggestion}");
        return Dilution.Unknown with { Proposed = proposed };
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(a, b);

    private static string Text(double factor) => factor.ToString("0.######", CultureInfo.InvariantCulture);
}
