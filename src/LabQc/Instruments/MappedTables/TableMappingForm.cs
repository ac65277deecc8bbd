using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Instruments;

/// <summary>A mapping as it is written in JSON.</summary>
internal sealed record TableMappingForm
{
    public string? Name { get; init; }
    public int? Version { get; init; }
    public string? Instrument { get; init; }
    public string? Delimiter { get; init; }
    public string? DecimalMark { get; init; }
    public int? HeaderRow { get; init; }
    public int? FirstRow { get; init; }
    public SizeForm? Size { get; init; }
    public ValuesForm? Values { get; init; }
    public string? EndsBefore { get; init; }

    public sealed record SizeForm
    {
        public int? Column { get; init; }
        public string? Name { get; init; }
        public SizePlace? Place { get; init; }
        public SizeUnit? Unit { get; init; }
        public BinSpacing? Spacing { get; init; }
    }

    public sealed record ValuesForm
    {
        public IReadOnlyList<ColumnForm>? Columns { get; init; }
        public ValueMeaning? Meaning { get; init; }
        public bool? DilutionApplied { get; init; }
        public Weighting? Weighting { get; init; }
    }

    public sealed record ColumnForm
    {
        public int? Column { get; init; }
        public string? Name { get; init; }
    }

    /// <exception cref="FormException">What a mapping cannot do without is missing.</exception>
    public TableMapping ToMapping(string fileName)
    {
        var problems = new List<FormProblem>();
        void Need(object? value, string where, string what)
        {
            if (value is null)
                problems.Add(new FormProblem(where, "expected " + what));
        }
        Need(Name, "name", "the mapping's name");
        Need(Version, "version", "its version, from 1");
        Need(Delimiter, "delimiter", "tab, comma, semicolon or space");
        Need(HeaderRow, "header_row", "the line of the column names, or 0");
        Need(Size?.Column, "size.column", "the column of the sizes, from 1");
        Need(Values?.Columns, "values.columns", "the columns of the values, one per replicate");
        Need(Values?.Meaning, "values.meaning", "count, particles-per-ml, percent or density-per-nm");
        for (var i = 0; i < Values?.Columns?.Count; i++)
            Need(Values.Columns[i].Column, $"values.columns[{i}].column", "a column, from 1");
        return problems.Count == 0 ? Complete() : throw new FormException(fileName, problems);
    }

    public static TableMappingForm Of(TableMapping mapping) => new()
    {
        Name = mapping.Name,
        Version = mapping.Version,
        Instrument = mapping.Instrument,
        Delimiter = mapping.Delimiter,
        DecimalMark = mapping.DecimalMark,
        HeaderRow = mapping.HeaderRow,
        FirstRow = mapping.FirstRow,
        Size = new SizeForm { Column = mapping.Size.Number, Name = mapping.Size.Name, Place = mapping.SizePlace, Unit = mapping.SizeUnit, Spacing = mapping.Spacing },
        Values = new ValuesForm
        {
            Columns = [.. mapping.Values.Select(v => new ColumnForm { Column = v.Number, Name = v.Name })],
            Meaning = mapping.Meaning,
            DilutionApplied = mapping.DilutionApplied,
            Weighting = mapping.Weighting,
        },
        EndsBefore = mapping.EndsBefore,
    };

    public string ToJson() => JsonForm.Write(this);

    private TableMapping Complete() => new()
    {
        Name = Name!,
        Version = Version!.Value,
        Instrument = Instrument,
        Delimiter = Delimiter!,
        DecimalMark = DecimalMark ?? "point",
        HeaderRow = HeaderRow!.Value,
        FirstRow = FirstRow,
        Size = new MappedColumn(Size!.Column!.Value, Size.Name),
        SizePlace = Size.Place ?? SizePlace.Centre,
        SizeUnit = Size.Unit ?? SizeUnit.Nm,
        Spacing = Size.Spacing ?? BinSpacing.Linear,
        Values = [.. Values!.Columns!.Select(c => new MappedColumn(c.Column!.Value, c.Name))],
        Meaning = Values.Meaning!.Value,
        DilutionApplied = Values.DilutionApplied ?? false,
        Weighting = Values.Weighting ?? Weighting.Number,
        EndsBefore = EndsBefore,
    };
}
