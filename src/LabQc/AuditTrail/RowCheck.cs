using System.Globalization;
using System.Text;
using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Holds every row of every table but the derived ones against the event that recorded it last.</summary>
internal sealed class RowCheck(LabSession session, RecordIndex index, RecordedRows recorded, ProblemList problems)
{
    /// <summary>The tables whose rows are held by events.</summary>
    public static IReadOnlyList<string> Tables(LabSession session) =>
        [.. session.Rows.Tables().Except(DerivedTables.Names, StringComparer.Ordinal).Where(t => session.Rows.KeyColumns(t).Count > 0)];

    /// <summary>Checks a table's rows, and says after each that it is done.</summary>
    public IEnumerable<string> Check(string table)
    {
        var keyColumns = session.Rows.KeyColumns(table);
        foreach (var row in session.Rows.All(table))
        {
            var columns = row.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
            var key = keyColumns.Select(c => columns[c]).ToList();
            var name = $"{table} {string.Join('/', key.Select(CanonicalJson.Text))}";
            CheckRow(Digest.OfKey(table, CanonicalJson.WriteValue(key)), name, columns);
            if (table == "raw_file")
                CheckFile(name, columns);
            if (table == "credential")
                CheckSecret(name, key, columns);
            yield return name;
        }
    }

    /// <summary>Reports the rows that should have been met.</summary>
    public void CheckMissing()
    {
        foreach (var (key, state) in index.Unseen())
            problems.Add(ProblemKinds.RowMissing, recorded.Find(key, state).Name,
                $"The {StoredEvent.NameOf(state.Site, state.Sequence)} recorded this row, and it is not there: it was deleted outside LabQc.");
    }

    private void CheckRow(Digest key, string name, Dictionary<string, object?> columns)
    {
        if (index.Find(key) is not { IsThere: true } state)
        {
            problems.Add(ProblemKinds.RowUnrecorded, name, "No event tells of this row: it was written outside LabQc.");
            return;
        }
        index.MarkSeen(key, state);
        if (state.Row != Digest.Of(CanonicalJson.Write(columns)) && Difference(key, state, columns) is { Length: > 0 } difference)
            problems.Add(ProblemKinds.RowChanged, name,
                $"It is not as the {StoredEvent.NameOf(state.Site, state.Sequence)} recorded it: {difference}. It was changed outside LabQc.");
    }

    /// <summary>No event holds a secret; while a credential counts, its secret must have the fingerprint that was recorded.</summary>
    private void CheckSecret(string name, IReadOnlyList<object?> key, Dictionary<string, object?> columns)
    {
        var secret = session.Rows.Find("credential_secret", [.. key.Select(part => part!)])?.Single(c => c.Key == "secret").Value;
        if (secret is not null && "sha256:" + columns["fingerprint"] != CanonicalJson.Text(secret as byte[] ?? Encoding.UTF8.GetBytes((string)secret)))
            problems.Add(ProblemKinds.SecretChanged, name, "The secret of this credential does not have the fingerprint that was recorded: it was changed outside LabQc, and lets nobody in.");
    }

    private string Difference(Digest key, RecordedState state, Dictionary<string, object?> columns) =>
        RowComparison.Differences(recorded.Columns(key, state), columns.ToDictionary(c => c.Key, c => CanonicalJson.Text(c.Value), StringComparer.Ordinal));

    private void CheckFile(string name, Dictionary<string, object?> columns)
    {
        var content = columns.GetValueOrDefault("content") as byte[] ?? [];
        if (CanonicalJson.Text(content) != "sha256:" + CanonicalJson.Text(columns.GetValueOrDefault("sha256")))
            problems.Add(ProblemKinds.FileContent, name, "The file's content does not have the SHA-256 under which it is kept: it is not the file that was imported.");
        if (columns.GetValueOrDefault("size") is not long size || size != content.Length)
            problems.Add(ProblemKinds.FileContent, name, string.Create(CultureInfo.InvariantCulture,
                $"The file has {content.Length} bytes, and {CanonicalJson.Text(columns.GetValueOrDefault("size"))} are recorded."));
    }
}
