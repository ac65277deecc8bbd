namespace LabQc.Instruments;

/// <summary>Reads ZetaView's position tables: a companion that says which positions a run counted.</summary>
internal static class PositionTableReader
{
    public const string Name = "zetaview-position-table 1";

    /// <summary>What the instrument prints for a position without traces.</summary>
    private const double NoX50 = 5997.5;

    /// <summary>The table as a file of its own: a companion.</summary>
    public static InstrumentFile Read(ReadOnlySpan<byte> text, string fileName, ReadLimits limits)
    {
        var draft = new FileDraft(fileName, InstrumentFormats.ZetaViewPositionTable, Name);
        var table = Parse(text, draft, limits);
        if (table is null)
            return draft.Refuse();
        draft.Info("zetaview.position-table", $"A position table with {table.TracesInUse} traces in {table.Positions.Count(p => p.InUse)} of {table.Positions.Count} positions; give it together with its size file. {Removals(table)}".TrimEnd());
        return draft.Finish(FileStatus.Companion) with { PositionTable = table };
    }

    /// <summary>Parses the table; what does not fit is an error of the draft, and null.</summary>
    public static PositionTable? Parse(ReadOnlySpan<byte> text, FileDraft draft, ReadLimits limits)
    {
        var lines = new DelimitedLines(text);
        lines.TryRead(out var header);
        var columns = new Columns(DelimitedCells.Texts(header, (byte)'\t'));
        if (!columns.Sound)
        {
            draft.Fail("zetaview.position-table-header", "A header with Use, Position and No. of Traces was expected.", "row 1");
            return null;
        }
        var positions = new List<CellPosition>();
        while (lines.TryRead(out var line) && lines.Row <= limits.Rows)
        {
            var cells = DelimitedCells.Texts(line, (byte)'\t');
            if (columns.Position(cells) is null)
                continue;
            if (columns.Read(cells) is not { } position)
            {
                draft.Fail("zetaview.position-table-row", $"A position with its number of traces was expected, found \"{string.Join(" | ", cells)}\".", $"row {lines.Row}");
                return null;
            }
            positions.Add(position);
        }
        if (positions.Count > 0)
            return new PositionTable { FileName = draft.FileName, Positions = positions };
        draft.Fail("zetaview.position-table-empty", "At least one position was expected.", $"row {lines.Row}");
        return null;
    }

    /// <summary>Why positions were removed, in a sentence; empty if none was.</summary>
    public static string Removals(PositionTable table) =>
        table.Removals.Count == 0 ? "" : "Removed: " + string.Join(", ", table.Removals.Select(r => $"{r.Value} × {r.Key}")) + ".";

    /// <summary>Where in a row a value stands, by the header's words.</summary>
    private sealed class Columns(string[] header)
    {
        private readonly int _use = Find(header, "Use");
        private readonly int _position = Find(header, "Position");
        private readonly int _particles = Find(header, "Av. No of Particles");
        private readonly int _concentration = Find(header, "Conc. (p./mL)");
        private readonly int _traces = Find(header, "No. of Traces");
        private readonly int _x50 = Find(header, "X50");
        private readonly int _drift = Find(header, "Drift");
        private readonly int _removal = Find(header, "Removal");

        public bool Sound => _use >= 0 && _position >= 0 && _traces >= 0;

        /// <summary>Null in the rows of means and deviations at the end.</summary>
        public double? Position(string[] cells) => Number(cells, _position);

        public CellPosition? Read(string[] cells)
        {
            if (Number(cells, _traces) is not { } traces || traces < 0 || traces > int.MaxValue)
                return null;
            var removal = Text(cells, _removal);
            return new CellPosition
            {
                InUse = Text(cells, _use).Equals("X", StringComparison.OrdinalIgnoreCase),
                Position = Position(cells),
                AverageParticles = Number(cells, _particles),
                ConcentrationPerMl = Number(cells, _concentration),
                Traces = (int)traces,
                X50Nm = Number(cells, _x50) is { } x50 && x50 != NoX50 && traces > 0 ? x50 : null,
                DriftMicrometresPerSecond = Number(cells, _drift),
                Removal = removal.Length == 0 ? null : removal,
            };
        }

        private static int Find(string[] header, string name) =>
            Array.FindIndex(header, h => h.StartsWith(name, StringComparison.OrdinalIgnoreCase));

        private static string Text(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";

        private static double? Number(string[] cells, int column)
        {
            var text = Text(cells, column);
            return InstrumentNumber.Parse(text, text.Contains(',', StringComparison.Ordinal) ? ',' : '.');
        }
    }
}
