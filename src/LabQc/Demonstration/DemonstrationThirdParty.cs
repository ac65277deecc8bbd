using System.Globalization;
using System.Text;
using LabQc.AuditTrail;
using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.ThirdPartyValidation;

namespace LabQc.Demonstration;

/// <summary>Invented results of an invented laboratory for some of the demonstration's lots, one of them far from ours.</summary>
internal static class DemonstrationThirdParty
{
    /// <summary>Theirs less ours, in nm, lot by lot.</summary>
    private static readonly IReadOnlyList<double> Differences = [1.3, 2.4, -0.6, 1.9, 0.4, 2.8, 1.1, -1.2, 19.6, 0.9, 2.2, 0.7];

    /// <summary>Records them for the first lots that have a median diameter. Does not commit.</summary>
    public static void Record(LabWork work, IReadOnlyList<SampleLot> lots)
    {
        var newest = new EvaluationStore(work).NewestOf([.. lots.Select(l => l.Details.Lot)]);
        var ours = lots.Select(l => l.Details.Lot)
            .Select(lot => (Lot: lot, Value: newest.GetValueOrDefault(lot) is { } evaluation ? RecordedCriterion.Of(evaluation, AttributeCatalogue.SizeD50)?.Value : null))
            .Where(lot => lot.Value is not null);
        foreach (var ((lot, value), i) in ours.Take(Differences.Count).Select((lot, i) => (lot, i)))
            Record(work, lot, (value!.Value + Differences[i]).ToString("0.0", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"NL-D-{i + 1:00}"));
    }

    private static void Record(LabWork work, string lot, string value, string number) =>
        new ValidationBench(work).Add(
            new CertificateFile($"{number}.txt", Encoding.UTF8.GetBytes($"Demonstration: an invented certificate.\n{number}, lot {lot}: D50 {value} nm, U = 4.8 nm (k = 2)\n")),
            new ValidationEntry
            {
                Lot = lot,
                Attribute = AttributeCatalogue.SizeD50,
                EnteredText = value,
                Unit = "nm",
                ExpandedUncertainty = "4.8",
                Laboratory = "Nordlicht Analytik (invented)",
                Accreditation = "ISO/IEC 17025 (invented)",
                Method = "Particle tracking, ISO 19430",
                CertificateNumber = number,
            });
}
