using System.Text;
using LabQc.Instruments;
using LabQc.SizeDistributions;
using LabQc.Units;

namespace LabQc.Tests.Instruments;

public sealed class MappedTableTest
{
    private const string Table = "Instrument X\nsome;words\nSize (nm);Run 1 (particles/mL);Run 2 (particles/mL);Mean\n50;1e7;2e7;1.5e7\n60;3e7;4e7;3.5e7\n70;2e7;2e7;2e7\n80;1e7;0;5e6\n90;0;0;0\n\nend\n";

    private static readonly TableMapping Mapping = new()
    {
        Name = "x",
        Version = 2,
        Delimiter = "semicolon",
        HeaderRow = 3,
        Size = new MappedColumn(1, "Size (nm)"),
        Values = [new MappedColumn(2, "Run 1 (particles/mL)"), new MappedColumn(3)],
        Meaning = ValueMeaning.ParticlesPerMl,
    };

    [Fact]
    public void A_mapped_table_is_read_with_its_replicates()
    {
        var file = Read(Table, Mapping, 10);

        Assert.Equal((InstrumentFormats.MappedTable, FileStatus.Read, Weighting.Number), (file.Format, file.Status, file.Weighting));
        Assert.Equal(["Run 1 (particles/mL)", "Run 2 (particles/mL)"], file.Replicates.Select(r => r.Name));
        Assert.Equal([7e8, 8e8], file.Replicates.Select(r => r.ConcentrationPerMl!.Value));
        Assert.Equal([45, 55, 65, 75, 85, 95], file.AveragedCurve!.Edges.ToArray());
        Assert.Contains(new MetadataEntry("Mapping", "x@2"), file.Metadata);
    }

    [Fact]
    public void An_unknown_dilution_is_unknown_here_too() =>
        Assert.Equal((null, ConcentrationBasis.AsMeasured), (Read(Table, Mapping).Dilution.Factor, Read(Table, Mapping).ConcentrationBasis));

    [Fact]
    public void An_applied_dilution_is_not_applied_again()
    {
        var file = Read(Table, Mapping with { DilutionApplied = true }, 10);

        Assert.Equal((7e7, ConcentrationBasis.Undiluted, 10), (file.Replicates[0].ConcentrationPerMl, file.ConcentrationBasis, file.Dilution.Factor));
    }

    [Fact]
    public void Counts_are_tracks_and_no_concentration()
    {
        var file = Read(Table.Replace("e7", "", StringComparison.Ordinal), Mapping with { Meaning = ValueMeaning.Count });

        Assert.Equal((7, null), (file.Replicates[0].Tracks, file.Replicates[0].ConcentrationPerMl));
        Assert.Equal(55 + 10 * 2.5 / 3, file.Replicates[0].Metrics!.Value.D50, 1e-9);
    }

    [Fact]
    public void A_density_is_multiplied_by_the_width_of_its_bin() =>
        Assert.Equal(7e8, Read(Table, Mapping with { Meaning = ValueMeaning.DensityPerNm }).Replicates[0].ConcentrationPerMl);

    [Theory]
    [InlineData(SizePlace.LowerEdge, BinSpacing.Linear, 50, 100)]
    [InlineData(SizePlace.UpperEdge, BinSpacing.Linear, 40, 90)]
    [InlineData(SizePlace.LowerEdge, BinSpacing.Logarithmic, 50, 101.25)]
    [InlineData(SizePlace.UpperEdge, BinSpacing.Logarithmic, 41.666666666666664, 90)]
    public void Edges_are_told_or_follow_from_their_neighbours(SizePlace place, BinSpacing spacing, double first, double last)
    {
        var edges = Read(Table, Mapping with { SizePlace = place, Spacing = spacing }).AveragedCurve!.Edges.ToArray();

        Assert.Equal((first, last, 6), (Math.Round(edges[0], 9), edges[^1], edges.Length), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && a.Item2 == b.Item2 && a.Item3 == b.Item3);
    }

    [Fact]
    public void Micrometres_and_decimal_commas_are_read()
    {
        var text = Table.Replace("50;", "0,050;", StringComparison.Ordinal).Replace("60;", "0,060;", StringComparison.Ordinal).Replace("70;", "0,070;", StringComparison.Ordinal)
            .Replace("80;", "0,080;", StringComparison.Ordinal).Replace("90;", "0,090;", StringComparison.Ordinal);

        Assert.Equal(45, Read(text, Mapping with { SizeUnit = SizeUnit.Um, DecimalMark = "comma" }).AveragedCurve!.Edges[0], 1e-9);
    }

    [Theory]
    [InlineData("Size (nm);", "Diameter;", "mapped-table.header-differs", "row 3, column 1")]
    [InlineData("60;3e7", "60;many", "mapped-table.not-a-number", "row 5, column 2")]
    [InlineData("60;3e7", "60;-3", "mapped-table.not-a-number", "row 5, column 2")]
    [InlineData("60;", "40;", "mapped-table.sizes-unsound", "row 4, column 1")]
    [InlineData("50;1e7;2e7;1.5e7\n60;", "words\n", "mapped-table.not-a-number", "row 4, column 1")]
    public void A_table_that_the_mapping_does_not_fit_is_refused(string one, string other, string rule, string where)
    {
        var file = Read(Table.Replace(one, other, StringComparison.Ordinal), Mapping);

        Assert.Equal((FileStatus.Refused, rule, where), (file.Status, file.Findings[0].Rule, file.Findings[0].Where));
    }

    [Fact]
    public void What_a_reader_knows_is_read_by_it_whatever_the_mapping() =>
        Assert.Equal(InstrumentFormats.NanoSightExperimentSummary, new NanoSightExport().Read(new ReadOptions { Mapping = Mapping }).Format);

    [Fact]
    public void A_mapping_comes_back_from_JSON()
    {
        var back = TableMapping.FromJson(Mapping.ToJson(), "x.json");

        Assert.Equal(Mapping.ToJson(), back.ToJson());
        Assert.Equal(Mapping with { Values = back.Values }, back);
        Assert.Equal(Mapping.Values, back.Values);
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "version")]
    [InlineData("""{"name":"x","version":1,"delimiter":"comma","decimal_mark":"comma","header_row":1,"size":{"column":1},"values":{"columns":[{"column":2}],"meaning":"count"}}""", "decimal_mark")]
    [InlineData("""{"name":"x","version":1,"delimiter":"tab","header_row":1,"size":{"column":1},"values":{"columns":[{"column":1}],"meaning":"count"}}""", "values.columns")]
    [InlineData("""{"name":"x","version":1,"delimiter":"tab","header_row":1,"size":{"column":1},"values":{"columns":[{"column":2}],"meaning":"guess"}}""", "meaning")]
    [InlineData("""{"name":"x","version":1,"delimitr":"tab"}""", "delimitr")]
    public void A_mapping_that_is_none_is_refused_and_its_fault_named(string json, string where) =>
        Assert.Contains(where, Assert.Throws<FormException>(() => TableMapping.FromJson(json, "x.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_proposal_finds_table_header_replicates_and_meaning()
    {
        var proposal = MappingProposer.Propose(Encoding.UTF8.GetBytes(Table), "new");

        var mapping = proposal.Mapping!;
        Assert.Equal(("semicolon", "point", 3, null, SizeUnit.Nm, ValueMeaning.ParticlesPerMl), (mapping.Delimiter, mapping.DecimalMark, mapping.HeaderRow, mapping.FirstRow, mapping.SizeUnit, mapping.Meaning));
        Assert.Equal([2, 3], mapping.Values.Select(v => v.Number));
        Assert.Contains(proposal.Notes, n => n.Contains("\"Mean\"", StringComparison.Ordinal));
        Assert.Equal(FileStatus.Read, Read(Table, mapping).Status);
    }

    [Fact]
    public void A_proposal_sees_micrometres_commas_and_logarithmic_steps()
    {
        var table = "Diameter (µm)\tVolume (%)\n" + string.Join('\n', Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"{0.03 * Math.Pow(1.2, i):0.0000}\t{i % 5}.5"))).Replace('.', ',');

        var mapping = MappingProposer.Propose(Encoding.Latin1.GetBytes(table), "new").Mapping!;

        Assert.Equal(("tab", "comma", 1), (mapping.Delimiter, mapping.DecimalMark, mapping.HeaderRow));
        Assert.Equal((SizeUnit.Um, BinSpacing.Logarithmic, ValueMeaning.Percent, Weighting.Volume), (mapping.SizeUnit, mapping.Spacing, mapping.Meaning, mapping.Weighting));
    }

    [Fact]
    public void Without_a_table_there_is_no_proposal() =>
        Assert.Null(MappingProposer.Propose("just words\n1;2\n"u8.ToArray(), "new").Mapping);

    private static InstrumentFile Read(string text, TableMapping mapping, double? dilution = null) =>
        Assert.Single(InstrumentReader.Read(Encoding.UTF8.GetBytes(text), "results.csv", new ReadOptions
        {
            Mapping = mapping,
            Dilution = dilution is { } factor ? new StatedDilution(factor, DilutionSource.Operator) : null,
        }));
}
