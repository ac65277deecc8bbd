using LabQc.Charts.Drawing;

namespace LabQc.Charts;

/// <summary>Differences of paired results against their means, with bias, limits of agreement and their intervals (Bland and Altman 1986).</summary>
public sealed class AgreementChart(AgreementChartData data) : Chart
{
    private static readonly Box Area = new(76, 98, 736, 426);

    public override string Title => data.Title;

    public override string Conclusion =>
        $"Bias {Signed(data.Bias)} {data.Unit} ({Between(data.BiasInterval)}); 95{NumberText.Thin}% of differences lie between {Signed(data.Agreement.Lower)} and {Signed(data.Agreement.Upper)} {data.Unit}; {DiscordantInWords}.";

    public override string AltText => NumberText.Plain(
        $"Bland–Altman plot of {NumberText.Counted(data.Pairs.Count, "lot")}, {data.FirstName} less {data.SecondName}. "
        + $"Bias {Signed(data.Bias)} {data.Unit} (95 % interval {Between(data.BiasInterval)}), limits of agreement {Signed(data.Agreement.Lower)} and {Signed(data.Agreement.Upper)}; {DiscordantInWords}.");

    public override string Footnote =>
        $"n = {NumberText.Counted(data.Pairs.Count, "lot")} · shaded: 95{NumberText.Thin}% intervals of bias and of each limit · limits: bias ± 1.96 SD · diamond: beyond what the uncertainties explain";

    internal override double Height => 512;

    private string DiscordantInWords => data.Pairs.Count(p => p.IsDiscordant) switch
    {
        0 => "no lot is discordant",
        1 => $"lot {data.Pairs.First(p => p.IsDiscordant).Name} is discordant",
        var n => $"{NumberText.Count(n)} lots are discordant",
    };

    private protected override void Draw(Sheet sheet)
    {
        var differences = data.Pairs.Select(p => p.First - p.Second).Concat([0, data.LowerInterval.Lower, data.UpperInterval.Upper]);
        var panel = new Panel(sheet, Area, Scale.Around(data.Pairs.Select(p => (p.First + p.Second) / 2)), Scale.Around(differences, 0.06)) { GridAcross = false };
        Bands(sheet, panel);
        panel.Render();
        panel.XTitle($"Mean of both {data.ShortName} ({data.Unit})");
        sheet.YTitle($"Difference, {data.FirstName} − {data.SecondName} ({data.Unit})", 81);
        var names = new PointLabels(sheet, Area.Grown(-2));
        foreach (var pair in data.Pairs)
            Point(sheet, panel, names, pair);
        foreach (var pair in data.Pairs.Where(p => p.IsDiscordant).Take(12))
            names.Place(pair.Name, X(panel, pair), Y(panel, pair), sheet.Bold(12.5, sheet.Palette.Beyond), [(1, 0), (-1, 0), (0, -1), (0, 1)]);
        EndNames(sheet, panel);
    }

    private void Bands(Sheet sheet, Panel panel)
    {
        foreach (var limit in (ValueRange[])[data.LowerInterval, data.UpperInterval])
            sheet.Fill(new Box(Area.Left, panel.Y(limit.Upper), Area.Right, panel.Y(limit.Lower)), sheet.Palette.Zone2);
        sheet.Fill(new Box(Area.Left, panel.Y(data.BiasInterval.Upper), Area.Right, panel.Y(data.BiasInterval.Lower)), sheet.Palette.Band);
        sheet.Line(Area.Left, panel.Y(0), Area.Right, panel.Y(0), sheet.Palette.Axis, 1.2);
        sheet.Line(Area.Left, panel.Y(data.Bias), Area.Right, panel.Y(data.Bias), sheet.Palette.Data, 1.3);
        sheet.ControlLimit(Area.Left, Area.Right, panel.Y(data.Agreement.Lower));
        sheet.ControlLimit(Area.Left, Area.Right, panel.Y(data.Agreement.Upper));
    }

    private static void Point(Sheet sheet, Panel panel, PointLabels names, AgreementPair pair)
    {
        var (x, y) = (X(panel, pair), Y(panel, pair));
        if (pair.IsDiscordant)
            sheet.Shape(MarkShape.Diamond, x, y, 7, sheet.Palette.Beyond);
        else
            sheet.Disc(x, y, 8, sheet.Palette.Ink);
        names.AvoidMark(Box.Around(x, y, 7, 7));
    }

    private void EndNames(Sheet sheet, Panel panel)
    {
        var ends = new EndLabels(sheet, Area);
        ends.Add($"upper limit {Signed(data.Agreement.Upper)}", panel.Y(data.Agreement.Upper), sheet.Palette.Data);
        ends.Add($"bias {Signed(data.Bias)}", panel.Y(data.Bias), sheet.Palette.Data);
        ends.Add("no difference", panel.Y(0), sheet.Palette.Muted, bold: false);
        ends.Add($"lower limit {Signed(data.Agreement.Lower)}", panel.Y(data.Agreement.Lower), sheet.Palette.Data);
        ends.Draw();
    }

    private static double X(Panel panel, AgreementPair pair) => panel.X((pair.First + pair.Second) / 2);

    private static double Y(Panel panel, AgreementPair pair) => panel.Y(pair.First - pair.Second);

    private string Signed(double value) => (value > 0 ? "+" : "") + NumberText.Fixed(value, data.Decimals);

    private string Between(ValueRange range) => $"{Signed(range.Lower)} to {Signed(range.Upper)}";
}
