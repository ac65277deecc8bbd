using LabQc.AuditTrail;

namespace LabQc.Tests.Database;

/// <summary>How SQLite would go about a statement.</summary>
internal static class QueryPlan
{
    /// <summary>The steps, each with the index it uses.</summary>
    public static IReadOnlyList<string> Of(LabWork work, string statement, object parameters) =>
        [.. work.Session.Query<Step>($"EXPLAIN QUERY PLAN {statement}", parameters).Select(s => s.Detail)];

    private sealed record Step
    {
        public required string Detail { get; init; }
    }
}
