using LabQc.SizeDistributions;
using LabQc.Statistics;
using LabQc.Units;

namespace LabQc.Instruments;

/// <summary>Where in its bin a size of the table lies.</summary>
public enum SizePlace
{
    Centre,
    LowerEdge,
    UpperEdge,
}

/// <summary>Unit of the table's sizes.</summary>
public enum SizeUnit
{
    Nm,

    /// <summary>Micrometres.</summary>
    Um,
}

/// <summary>What the values of a table are.</summary>
public enum ValueMeaning
{
    /// <summary>Particles counted in the bin: they are the tracks, and there is no concentration.</summary>
    Count,

    /// <summary>Particles per mL in the bin.</summary>
    ParticlesPerMl,

    /// <summary>Percent in the bin: a shape without concentration.</summary>
    Percent,

    /// <summary>Particles per mL and nm: multiplied by the bin's width.</summary>
    DensityPerNm,
}

/// <summary>Equal steps between sizes, or equal ratios.</summary>
public enum BinSpacing
{
    Linear,
    Logarithmic,
}

/// <summary>A column by its place, and by the name that must stand there.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">The header's word; null where the table has no header.</param>
public sealed record MappedColumn(int Number, string? Name = null);

/// <summary>
/// How to read the size table of an instrument whose files LabQc does not know: written once by a person, named, versioned,
/// and recorded with every measurement that it read.
/// </summary>
public sealed record TableMapping
{
    /// <summary>Name of the mapping, such as <c>videodrop-results</c>.</summary>
    public required string Name { get; init; }

    /// <summary>From 1; a changed mapping is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>The instrument that the tables come from, in the laboratory's words.</summary>
    public string? Instrument { get; init; }

    /// <summary><c>tab</c>, <c>comma</c>, <c>semicolon</c> or <c>space</c>.</summary>
    public required string Delimiter { get; init; }

    /// <summary><c>point</c> or <c>comma</c>.</summary>
    public string DecimalMark { get; init; } = "point";

    /// <summary>Line of the column names, from 1; 0 where there is none.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>First line of numbers; null: the one under the header.</summary>
    public int? FirstRow { get; init; }

    public required MappedColumn Size { get; init; }

    public SizePlace SizePlace { get; init; } = SizePlace.Centre;

    public SizeUnit SizeUnit { get; init; } = SizeUnit.Nm;

    public BinSpacing Spacing { get; init; } = BinSpacing.Linear;

    /// <summary>One column per replicate.</summary>
    public required IReadOnlyList<MappedColumn> Values { get; init; }

    public required ValueMeaning Meaning { get; init; }

    /// <summary>Whether the table's concentrations are already those of the undiluted sample.</summary>
    public bool DilutionApplied { get; init; }

    public Weighting Weighting { get; init; } = Weighting.Number;

    /// <summary>The table ends before the row whose first cell begins so; null: before the first blank or wordy row.</summary>
    public string? EndsBefore { get; init; }

    /// <summary>Name and version as they are recorded with a measurement.</summary>
    public string Reference => $"{Name}@{Version}";

    internal byte DelimiterByte => Delimiter switch { "tab" => (byte)'\t', "comma" => (byte)',', "semicolon" => (byte)';', _ => (byte)' ' };

    internal byte DecimalByte => DecimalMark == "comma" ? (byte)',' : (byte)'.';

    internal BinCentre Centre => Spacing == BinSpacing.Logarithmic ? BinCentre.Geometric : BinCentre.Arithmetic;

    /// <summary>Reads a mapping from JSON.</summary>
    /// <exception cref="FormException">It is no mapping, or contradicts itself.</exception>
    public static TableMapping FromJson(string json, string fileName)
    {
        var form = JsonForm.Read<TableMappingForm>(json, fileName);
        var mapping = form.ToMapping(fileName);
        var problems = TableMappingCheck.Problems(mapping);
        return problems.Count == 0 ? mapping : throw new FormException(fileName, problems);
    }

    /// <summary>The JSON form that <see cref="FromJson"/> reads.</summary>
    public string ToJson() => TableMappingForm.Of(this).ToJson();
}
