using LabQc.Specifications;

namespace LabQc.Web.Pages.Specifications;

/// <summary>Where a version stands among the others of its code, on a day.</summary>
internal enum VersionPlace
{
    InForce,
    Later,
    Superseded,
}

/// <summary>One version of a specification in a list.</summary>
/// <param name="Standing">The version, and by what right it judges.</param>
/// <param name="Place">Whether it is in force.</param>
/// <param name="Lots">How many lots were judged by it.</param>
internal sealed record SpecificationLine(SpecificationStanding Standing, VersionPlace Place, long Lots)
{
    public Specification Specification => Standing.Specification;

    public string Address => SpecificationAddress.Of(Specification.Code, Specification.Version);

    public string PlaceWords => Place switch
    {
        VersionPlace.InForce => "in force",
        VersionPlace.Later => "not in force yet",
        _ => "superseded",
    };

    /// <summary>The lines of versions of one product, each code's newest first.</summary>
    public static IReadOnlyList<SpecificationLine> Of(IReadOnlyList<SpecificationStanding> standings, IReadOnlyDictionary<string, long> lots, DateOnly today) =>
        [.. standings.Select(s => new SpecificationLine(s, PlaceOf(s.Specification, standings, today), lots.GetValueOrDefault(s.Specification.Name)))];

    private static VersionPlace PlaceOf(Specification specification, IReadOnlyList<SpecificationStanding> standings, DateOnly today)
    {
        if (specification.EffectiveFrom > today)
            return VersionPlace.Later;
        var inForce = standings.Select(s => s.Specification).Where(s => s.Code == specification.Code && s.EffectiveFrom <= today).MaxBy(s => (s.EffectiveFrom, s.Version));
        return inForce?.Version == specification.Version ? VersionPlace.InForce : VersionPlace.Superseded;
    }
}

/// <summary>A product with the versions of its specifications.</summary>
internal sealed record ProductLine(string Code, string Name, IReadOnlyList<SpecificationLine> Versions);
