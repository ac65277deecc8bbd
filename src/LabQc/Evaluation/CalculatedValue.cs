using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Evaluation;

/// <summary>Yields and purity: the concentration times or by what else the lot's record holds.</summary>
internal static class CalculatedValue
{
    public static ReportableValue Of(string attribute, LotEvidence evidence, ReportableValue concentration, IReadOnlyList<MethodVersion> methods)
    {
        if (attribute == AttributeCatalogue.ParticlesPerUgProtein)
            return PerProtein(evidence, concentration, methods);
        var (factor, lacking) = attribute switch
        {
            AttributeCatalogue.ParticlesPerMl => (1, null),
            AttributeCatalogue.Particles => (evidence.FinalVolumeMl, "the final volume"),
            AttributeCatalogue.ParticlesPerMlStart => (evidence.FinalVolumeMl / evidence.StartVolumeMl, "the volume at the start or the final one"),
            AttributeCatalogue.ParticlesPerMillionCells => (evidence.FinalVolumeMl / evidence.CellsAtHarvest * 1e6, "the final volume or the number of cells"),
            _ => throw new ArgumentException($"{attribute} is not calculated from a concentration.", nameof(attribute)),
        };
        return factor is { } known ? Times(concentration, known) : ReportableValue.Missing($"{lacking} is not recorded");
    }

    private static ReportableValue Times(ReportableValue concentration, double factor)
    {
        if (!concentration.IsNumber)
            return concentration;
        if (!double.IsFinite(factor) || factor <= 0)
            return ReportableValue.Undefined("a volume or number of cells is 0 or not a number");
        return concentration with { Value = concentration.Value * factor, Run = concentration.Run?.Times(factor) };
    }

    private static ReportableValue PerProtein(LotEvidence evidence, ReportableValue concentration, IReadOnlyList<MethodVersion> methods)
    {
        var attribute = AttributeCatalogue.BuiltIn.First(a => a.Code == AttributeCatalogue.Protein);
        var protein = AssayValue.Of(evidence, attribute, asked: null);
        if (protein.MissingBecause is not null || protein.UndefinedBecause is not null)
            return protein;
        if (!concentration.IsNumber)
            return concentration;
        var (amount, qualifier) = Divisor(protein, evidence, methods);
        if (amount is not { } divisor || divisor <= 0)
            return ReportableValue.Undefined($"the protein is \"{protein.Entered?.Text}\", and particles cannot be divided by it");
        var quotient = concentration.Value!.Value / divisor;
        return new ReportableValue
        {
            Value = quotient,
            Qualifier = qualifier,
            Run = RunUncertainty.OfQuotient(quotient, (concentration.Value.Value, concentration.Run), (divisor, protein.Run)),
            Unplanned = protein.Unplanned,
        };
    }

    // Less protein than x means more particles per protein than by x.
    private static (double? Amount, Qualifier Qualifier) Divisor(ReportableValue protein, LotEvidence evidence, IReadOnlyList<MethodVersion> methods) =>
        protein.Qualifier switch
        {
            Qualifier.LessThan => (protein.Value, Qualifier.GreaterThan),
            Qualifier.GreaterThan => (protein.Value, Qualifier.LessThan),
            Qualifier.NotDetected => (ProteinDetectionLimit(evidence, methods), Qualifier.GreaterThan),
            _ => (protein.Value, Qualifier.Equal),
        };

    private static double? ProteinDetectionLimit(LotEvidence evidence, IReadOnlyList<MethodVersion> methods)
    {
        var used = AssayValue.Counted(evidence, AttributeCatalogue.Protein)[0].Method;
        return methods.FirstOrDefault(m => m.Reference == used)?.DetectionLimitOf(AttributeCatalogue.Protein)?.AsDouble;
    }
}
