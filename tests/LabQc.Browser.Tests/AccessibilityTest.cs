using Deque.AxeCore.Playwright;
using LabQc.Browser.Tests.Browsers;
using Microsoft.Playwright;

namespace LabQc.Browser.Tests;

/// <summary>Every page of every role, held against the rules of axe-core (WCAG 2.2 A and AA) in both themes.</summary>
public sealed class AccessibilityTest(DemonstrationInABrowser demonstration)
{
    private const string Lot = "MSC-UC-2601A";

    /// <summary>The elements that are wider than the window and in no part that scrolls by itself; empty where the page fits.</summary>
    private const string Sideways =
        """
        (() => {
          const room = document.documentElement.clientWidth + 1;
          if (document.documentElement.scrollWidth <= room) return '';
          const scrolls = e => e && e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
          return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room && !scrolls(e.parentElement))
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join(' | ') || 'nothing that shows';
        })()
        """;

    private static readonly Dictionary<string, string[]> Pages = new(StringComparer.Ordinal)
    {
        ["technician"] =
        [
            "/", "/batches", $"/batches/{Lot}", "/batches/new", "/import", "/charts", "/instruments", "/instruments/NTA-1", "/account", "/batches/MSC-UC-2610A/results",
            "/batches/MSC-UC-2610A/replicates", "/batches/MSC-UC-2610A/submit", "/batches/MSC-UC-2610A/correct", "/batches/MSC-UC-2610A/correct?field=operator", "/not-found",
        ],
        ["qa-manager"] =
        [
            "/review", "/specifications", "/specifications/new", "/specifications/MSC-EV/1", "/specifications/MSC-EV/compare", "/reference-sets", "/reference-sets/new",
            "/reference-sets/MSC-EV%20by%20ultracentrifugation/1", "/validation", "/grants", $"/batches/{Lot}", $"/batches/{Lot}/audit-review", $"/batches/{Lot}/recall",
            $"/batches/{Lot}/hold", $"/batches/{Lot}/validation", "/batches/PLT-SEC-2608A/verify", "/batches/PLT-SEC-2608A/return", "/batches/MSC-SEC-2607A/decide",
        ],
        ["auditor"] = ["/audit", "/audit/1", "/verify", "/permissions", "/batches?state=released", $"/signatures/lot/{Lot}/1"],
        ["administrator"] = ["/people", "/people/new", "/people/mira.okafor", "/sessions", "/settings"],
    };

    [Theory]
    [InlineData("technician", ColorScheme.Light, 1280)]
    [InlineData("technician", ColorScheme.Dark, 820)]
    [InlineData("qa-manager", ColorScheme.Light, 820)]
    [InlineData("qa-manager", ColorScheme.Dark, 1280)]
    [InlineData("auditor", ColorScheme.Light, 1280)]
    [InlineData("auditor", ColorScheme.Dark, 820)]
    [InlineData("administrator", ColorScheme.Light, 820)]
    [InlineData("administrator", ColorScheme.Dark, 1280)]
    public async Task No_page_has_a_serious_finding_of_axe_or_a_message_in_the_console(string role, ColorScheme theme, int width)
    {
        await using var person = await demonstration.SignIn(role, theme, width);
        var findings = new List<string>();
        await person.Do(async p =>
        {
            foreach (var address in Pages[role])
            {
                var answer = await p.Page.GotoAsync(address);
                if (answer is not { Ok: true } && address != "/not-found")
                    findings.Add($"{address}: answered {answer?.Status}");
                var result = await p.Page.RunAxe();
                findings.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical")
                    .SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id}: {n.Html}")));
                if (await p.Page.EvaluateAsync<string>(Sideways) is { Length: > 0 } tooWide)
                    findings.Add($"{address}: the page scrolls sideways at {width} px: {tooWide}");
            }
        });
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }
}
