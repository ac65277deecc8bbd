namespace LabQc.Reports;

/// <summary>The look of the qualification report: the light tokens of LabQc's pages, for A4.</summary>
internal static class QualificationReportStyle
{
    public const string Css =
        """
        @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: "page " counter(page) " of " counter(pages); font: 7.5pt sans-serif; color: #5A666E; } }
        :root { color-scheme: light; --paper: #FCFCFA; --rule: #DADFDD; --strong: #15202B; --ink: #15202B; --ink-2: #414E57; --ink-3: #5A666E;
          --ok: #1A6B45; --fail: #A3122B; --fail-tint: #F9E6E8; --warn: #8A5E06;
          --sans: -apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
          --mono: ui-monospace, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: .875rem/1.4286 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
        h1 { font-size: 1.25rem; line-height: 1.75rem; margin: 0; }
        h2 { font-size: .9375rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1.5px solid var(--strong); break-after: avoid; }
        h3 { font-size: .8125rem; margin: 1.25rem 0 .25rem; break-after: avoid; }
        p { margin: .25rem 0; max-width: 76ch; }
        .sub, small { color: var(--ink-2); }
        .mono { font-family: var(--mono); font-size: .75rem; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; font-size: .8125rem; }
        th { text-align: left; font-weight: 600; color: var(--ink-2); border-bottom: 1px solid var(--strong); padding: .25rem .5rem .25rem 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--rule); padding: .25rem .5rem .25rem 0; vertical-align: top; overflow-wrap: anywhere; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .n { text-align: right; white-space: nowrap; padding-right: 1.25rem; }
        .facts th { width: 12rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
        .cases { font-size: .6875rem; table-layout: fixed; }
        .cases th:nth-child(1) { width: 22%; } .cases th:nth-child(2) { width: 20%; } .cases th:nth-child(3), .cases th:nth-child(4) { width: 16%; }
        .cases th:nth-child(5) { width: 8%; } .cases th:nth-child(6) { width: 11%; } .cases th:nth-child(7) { width: 7%; }
        .passed { color: var(--ok); white-space: nowrap; }
        p.passed { white-space: normal; }
        .failed, .unsupported { color: var(--fail); font-weight: 650; }
        tr.bad { background: var(--fail-tint); }
        .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; break-inside: avoid; }
        .line { border-bottom: 1px solid var(--strong); height: 2.5rem; }
        @media print { body { padding: 0; max-width: none; background: none; font-size: 9pt; } table { font-size: 8pt; } .mono { font-size: 6.5pt; white-space: nowrap; } .cases { font-size: 6.5pt; } .cases td { padding-top: 1pt; padding-bottom: 1pt; } }
        """;
}
