namespace LabQc.Methods;

/// <summary>The attributes that LabQc knows from the start, and the ones that a laboratory adds.</summary>
/// <remarks>
/// Attributes of size and yield are computed from size measurements, and particles per µg of protein from a measurement and the
/// protein assay; every other attribute, built in or defined, is an assay result.
/// </remarks>
public sealed class AttributeCatalogue
{
    public const string SizeD10 = "size.d10";
    public const string SizeD50 = "size.d50";
    public const string SizeD90 = "size.d90";
    public const string SizeMean = "size.mean";
    public const string SizeMode = "size.mode";
    public const string SizeSd = "size.sd";
    public const string SizeSpan = "size.span";
    public const string SizePercentInRange = "size.percent_in_range";
    public const string ParticlesPerMl = "yield.particles_per_ml";
    public const string Particles = "yield.particles";
    public const string ParticlesPerMlStart = "yield.particles_per_ml_start";
    public const string ParticlesPerMillionCells = "yield.particles_per_million_cells";
    public const string ParticlesPerUgProtein = "purity.particles_per_ug_protein";
    public const string Protein = "assay.protein";

    private readonly Dictionary<string, LabAttribute> _byCode;

    /// <param name="defined">Attributes that the laboratory defined; none may bear the code of a built-in one.</param>
    public AttributeCatalogue(IEnumerable<LabAttribute>? defined = null) =>
        _byCode = BuiltIn.Concat(defined ?? []).ToDictionary(a => a.Code, StringComparer.Ordinal);

    /// <summary>The attributes of every laboratory.</summary>
    public static IReadOnlyList<LabAttribute> BuiltIn { get; } =
    [
        Diameter(SizeD10),
        Diameter(SizeD50),
        Diameter(SizeD90),
        Diameter(SizeMean),
        Diameter(SizeMode),
        Diameter(SizeSd),
        new() { Code = SizeSpan, Unit = "1", Category = AttributeCategory.Identity, Decimals = 2 },
        new() { Code = SizePercentInRange, Unit = "%", Category = AttributeCategory.Identity, Scale = AttributeScale.Logit, Decimals = 1 },
        Amount(ParticlesPerMl, "particles/mL", AttributeCategory.Quantity),
        Amount(Particles, "particles", AttributeCategory.Quantity),
        Amount(ParticlesPerMlStart, "particles/mL", AttributeCategory.Quantity),
        Amount(ParticlesPerMillionCells, "particles/10^6 cells", AttributeCategory.Quantity),
        Amount(ParticlesPerUgProtein, "1/µg", AttributeCategory.Purity),
        new() { Code = Protein, Unit = "µg/mL", Category = AttributeCategory.Quantity, Decimals = 1 },
        Found("identity.cd9", AttributeCategory.Identity),
        Found("identity.cd63", AttributeCategory.Identity),
        Found("identity.cd81", AttributeCategory.Identity),
        Found("identity.tsg101", AttributeCategory.Identity),
        Found("identity.calnexin", AttributeCategory.Identity),
        Found("identity.gm130", AttributeCategory.Identity),
        new() { Code = "safety.endotoxin", Unit = "EU/mL", Category = AttributeCategory.Safety, Decimals = 2 },
        Found("safety.sterility", AttributeCategory.Safety),
        Found("safety.mycoplasma", AttributeCategory.Safety),
    ];

    /// <summary>All attributes, the built-in ones first.</summary>
    public IReadOnlyCollection<LabAttribute> All => _byCode.Values;

    public LabAttribute? Find(string code) => _byCode.GetValueOrDefault(code);

    public static bool IsBuiltIn(string code) => BuiltIn.Any(a => a.Code == code);

    /// <summary>Whether the attribute is a metric of the size distribution.</summary>
    public static bool IsSize(string code) => IsBuiltIn(code) && code.StartsWith("size.", StringComparison.Ordinal);

    /// <summary>Whether the attribute is a diameter by which the place of the distribution is told: all of size but SD, span and percent.</summary>
    public static bool IsDiameter(string code) => code is SizeD10 or SizeD50 or SizeD90 or SizeMean or SizeMode;

    /// <summary>Whether the attribute needs the concentration of particles.</summary>
    public static bool NeedsConcentration(string code) =>
        code is ParticlesPerMl or Particles or ParticlesPerMlStart or ParticlesPerMillionCells or ParticlesPerUgProtein;

    /// <summary>Whether the attribute is the concentration times or by something else.</summary>
    public static bool IsCalculated(string code) => NeedsConcentration(code) && code != ParticlesPerMl;

    /// <summary>Whether the attribute is computed from size measurements, alone or with other values.</summary>
    public static bool IsMeasured(string code) => IsSize(code) || NeedsConcentration(code);

    private static LabAttribute Diameter(string code) =>
        new() { Code = code, Unit = "nm", Category = AttributeCategory.Identity, Decimals = 1 };

    private static LabAttribute Amount(string code, string unit, AttributeCategory category) =>
        new() { Code = code, Unit = unit, Category = category, Scale = AttributeScale.Log10 };

    private static LabAttribute Found(string code, AttributeCategory category) =>
        new() { Code = code, Unit = "", Category = category, Kind = AttributeKind.Presence };
}
