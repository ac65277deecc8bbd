using System.Globalization;
using LabQc.Tests.Statistics;

namespace LabQc.Tests.Cli;

/// <summary>Tables of past lots, and the definitions they need.</summary>
internal static class HistoryForms
{
    public const string Header = "lot,product,isolation_method,set_up,isolated_on,disposition,declared_by,size.d50,size.span,yield.particles_per_ml,purity.particles_per_ug_protein";
    public const string SetUp = "NTA · 3 · 488 · number";

    /// <summary>A registry with a product, and no lot.</summary>
    public static Labqc Registry()
    {
        var labqc = new Labqc();
        labqc.Done("init");
        labqc.Done("define", labqc.Scratch("p.json", """{"products":[{"code":"MSC-EV","version":1,"name":"MSC small EV"}]}"""));
        return labqc;
    }

    /// <summary>A table of steady lots H001, H002…</summary>
    public static string Table(int lots, int first = 1, double d50 = 95, string method = "ultracentrifugation", string setUp = SetUp)
    {
        var draws = new NormalDraws(5 + first);
        return string.Join('\n', [Header, .. Enumerable.Range(first, lots).Select(k => string.Join(',',
            $"H{k:000}", "MSC-EV", method, setUp, new DateOnly(2024, 1, 1).AddDays(7 * k).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "released", "Dr Elena Varga",
            Text(d50 + 2.8 * draws.Next(), "0.0"), Text(1.1 + 0.02 * draws.Next(), "0.00"),
            Text(1.6 * Math.Pow(10, 0.08 * draws.Next()), "0.00") + "e11", Text(1.1 * Math.Pow(10, 0.07 * draws.Next()), "0.00") + "e10"))]) + "\n";
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
