using System.Globalization;
using System.Net;
using System.Text;
using LabQc.Qualification;

namespace LabQc.Reports;

/// <summary>
/// The installation and operational qualification report: one page of HTML that needs nothing beside it, to be printed on A4
/// and signed. It supports a laboratory's qualification; whether the installation is fit for use, the two who sign decide.
/// </summary>
/// <param name="installation">What is installed where.</param>
/// <param name="result">What the cases came to.</param>
/// <param name="clock">The time of the report.</param>
public sealed class QualificationReport(Installation installation, QualificationResult result, TimeProvider clock)
{
    private readonly StringBuilder _page = new();

    /// <summary>The whole document.</summary>
    public string Html()
    {
        _page.Clear();
        _page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        _page.Append(CultureInfo.InvariantCulture, $"<title>LabQc {Text(installation.LabQcVersion)}: installation and operational qualification report</title>\n<style>\n{QualificationReportStyle.Css}\n</style>\n</head>\n<body>\n");
        AddHead();
        AddInstallation();
        AddSummary();
        AddSignatures();
        foreach (var set in result.Sets.Where(s => s.Set.Problem is null))
            AddCases(set);
        return _page.Append("</body>\n</html>\n").ToString();
    }

    private string Time => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private string Conclusion => result.Ok
        ? $"All {Whole(result.Passed)} values agree with what was expected, within their tolerances."
        : $"{Whole(result.Passed)} of {Whole(result.Comparisons.Count())} values agree; {Whole(result.Failed)} do not, {Whole(result.Unsupported)} are unsupported, and {Whole(result.Broken.Count())} files could not be read.";

    private void AddHead()
    {
        _page.Append("<h1>Installation and operational qualification report</h1>\n");
        _page.Append(CultureInfo.InvariantCulture, $"<p class=\"sub\">LabQc {Text(installation.LabQcVersion)} on {Text(installation.Machine)}, {Text(Time)}</p>\n");
        _page.Append(CultureInfo.InvariantCulture, $"<p class=\"{(result.Ok ? "passed" : "failed")}\"><strong>{Text(Conclusion)}</strong></p>\n");
        _page.Append("<p>This report supports the qualification of one installation: it records what is installed, and what its statistics answer to cases whose "
            + "results are certified or were computed by other programs. Whether the installation is fit for its use is decided by the persons who sign below.</p>\n");
    }

    private void AddInstallation()
    {
        _page.Append("<h2>Installation</h2>\n<table class=\"facts\"><tbody>\n");
        AddFact("LabQc", installation.LabQcVersion);
        AddFact("Machine", installation.Machine);
        AddFact("Operating system", installation.OperatingSystem);
        AddFact("Processor", installation.Processor);
        AddFact("Runtime", installation.Runtime);
        AddFact("Account", installation.Account);
        AddFact("Folder", installation.Folder);
        AddFact("Time", Time);
        AddFact("Schema version", Whole(installation.SchemaVersion));
        _page.Append("</tbody></table>\n");
        AddTable("Files of the program", ["File", "Bytes", "SHA-256"],
            installation.Files.Select(f => new[] { Text(f.Name), Number(f.Size), Mono(f.Sha256) }), numbers: 1..2);
        AddTable("Steps of the registry's schema", ["Step", "SHA-256"], installation.SchemaSteps.Select(s => new[] { Text(s.Name), Mono(s.Sha256) }));
    }

    private void AddSummary()
    {
        _page.Append("<h2>Operation</h2>\n");
        AddTable("Cases by topic", ["Topic", "From", "Cases", "Values", "Passed", "Failed", "Unsupported", "Nearest to its tolerance"],
            result.Sets.Where(s => s.Set.Problem is null).Select(s => new[]
            {
                Text(s.Set.Topic), Text(s.Set.Source), Whole(s.Set.Cases.Count), Whole(s.Comparisons.Count), Whole(s.Comparisons.Count(c => c.Passed)),
                Whole(s.Comparisons.Count(c => c is { Passed: false, Supported: true })), Whole(s.Comparisons.Count(c => !c.Supported)),
                Text(CaseText.Nearest(s.Comparisons)),
            }), numbers: 2..7);
        if (result.Broken.Any())
            AddTable("Files that could not be read", ["File", "Problem"], result.Broken.Select(b => new[] { Text(b.Source), Text(b.Problem!) }));
    }

    private void AddSignatures()
    {
        _page.Append("<h2>Signatures</h2>\n<div class=\"signatures\">\n");
        foreach (var role in (ReadOnlySpan<string>)["Performed by", "Reviewed by"])
        {
            _page.Append(CultureInfo.InvariantCulture, $"<div><h3>{role}</h3>\n");
            foreach (var line in (ReadOnlySpan<string>)["Name", "Date", "Signature"])
                _page.Append(CultureInfo.InvariantCulture, $"<div class=\"line\"></div><small>{line}</small>\n");
            _page.Append("</div>\n");
        }
        _page.Append("</div>\n");
    }

    private void AddCases(CaseSetResult set)
    {
        _page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(set.Set.Topic)}</h2>\n<p class=\"sub\">From {Text(set.Set.Source)}</p>\n");
        _page.Append("<table class=\"cases\"><thead><tr>");
        foreach (var head in (ReadOnlySpan<string>)["Case", "Key", "Expected", "Computed", "Relative error", "Tolerance", "Result"])
            _page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{head}</th>");
        _page.Append("</tr></thead><tbody>\n");
        foreach (var c in set.Comparisons)
        {
            _page.Append(c.Passed ? "<tr>" : "<tr class=\"bad\">");
            AddCells([$"{c.Function} {c.Name}", c.Key, CaseText.Value(c.Expected), c.Supported ? CaseText.Value(c.Computed) : "", CaseText.Error(c.RelativeError), CaseText.Tolerance(c.Tolerance)]);
            var word = CaseText.Result(c);
            _page.Append(CultureInfo.InvariantCulture, $"<td class=\"{word}\">{word}{(c.Problem is null ? "" : $": {Text(c.Problem)}")}</td></tr>\n");
        }
        _page.Append("</tbody></table>\n");
    }

    private void AddFact(string name, string value) =>
        _page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(name)}</th><td>{Text(value)}</td></tr>\n");

    /// <summary>A table whose cells are encoded already.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="columns">The heads.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="numbers">Which columns are numbers, set flush right.</param>
    private void AddTable(string title, IReadOnlyList<string> columns, IEnumerable<string[]> rows, Range numbers = default)
    {
        var (from, count) = numbers.GetOffsetAndLength(columns.Count);
        string Class(int column) => column >= from && column < from + count ? " class=\"n\"" : "";
        _page.Append(CultureInfo.InvariantCulture, $"<h3>{Text(title)}</h3>\n<table><thead><tr>");
        for (var i = 0; i < columns.Count; i++)
            _page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(i)}>{Text(columns[i])}</th>");
        _page.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            _page.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                _page.Append(CultureInfo.InvariantCulture, $"<td{Class(i)}>{row[i]}</td>");
            _page.Append("</tr>\n");
        }
        _page.Append("</tbody></table>\n");
    }

    private void AddCells(ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            _page.Append(CultureInfo.InvariantCulture, $"<td>{Text(text)}</td>");
    }

    private static string Mono(string text) => $"<span class=\"mono\">{Text(text)}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Whole(int number) => Number(number);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
