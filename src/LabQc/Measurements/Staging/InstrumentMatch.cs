using LabQc.Equipment;
using LabQc.Instruments;

namespace LabQc.Measurements;

/// <summary>Which of the laboratory's instruments wrote a file.</summary>
/// <param name="Instrument">The instrument's code; null where none or several fit.</param>
/// <param name="Reason">Why, in words for people.</param>
public sealed record InstrumentMatch(string? Instrument, string Reason)
{
    /// <summary>
    /// The instrument whose serial number the file names; else the only one whose model is of the file's kind; else the only one
    /// of the file's technique.
    /// </summary>
    public static InstrumentMatch Of(InstrumentFile file, IReadOnlyList<Instrument> instruments)
    {
        var named = instruments.Where(i => NamesSerialNumber(file, i)).ToList();
        if (named is [var only])
            return new(only.Code, $"the file names its serial number, {only.SerialNumber}");
        var kind = file.SetUp.Instrument ?? "";
        var ofKind = instruments.Where(i => kind.Length > 0 && i.Model.Contains(kind, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofKind is [var model])
            return new(model.Code, $"the only {kind}");
        var technique = ComparableSetUp.TechniqueOf(file, byRecord: null);
        var ofTechnique = instruments.Where(i => i.Technique.Equals(technique, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofKind.Count == 0 && ofTechnique is [var single])
            return new(single.Code, $"the only instrument that measures by {technique}");
        var several = ofKind.Count > 0 ? ofKind : ofTechnique;
        return new(null, several.Count == 0
            ? "no instrument of that kind is defined"
            : $"{several.Count} instruments fit: {string.Join(", ", several.Select(i => i.Code))}, and the file does not say which it was");
    }

    private static bool NamesSerialNumber(InstrumentFile file, Instrument instrument)
    {
        var serial = Letters(instrument.SerialNumber ?? "");
        return serial.Length >= 3
            && (Letters(file.SetUp.SerialNumber ?? "").Contains(serial, StringComparison.Ordinal)
                || file.Metadata.Any(m => Letters(m.Text) == serial));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
