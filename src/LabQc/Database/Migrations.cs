using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LabQc.Database;

/// <summary>A numbered step of the schema, embedded in the program.</summary>
public sealed record Migration
{
    public required int Number { get; init; }
    /// <summary>The file's name, such as <c>0001-registry.sql</c>.</summary>
    public required string Name { get; init; }
    public required string Sql { get; init; }
    /// <summary>SHA-256 of the text, in lower-case hex.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>Brings a registry's schema forward, one numbered file a transaction; a released file never changes.</summary>
public static class Migrations
{
    private const string Prefix = "schema.sqlite.";

    /// <summary>All steps that this program knows, in order.</summary>
    public static IReadOnlyList<Migration> Known { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    /// <summary>Applies what is missing. Two programs that open a registry at once do not get in each other's way.</summary>
    /// <exception cref="SchemaMismatchException">The registry comes from a newer program, or one of its steps differs from ours.</exception>
    internal static void Apply(LabSession session) => Apply(session, Known);

    internal static void Apply(LabSession session, IReadOnlyList<Migration> known)
    {
        var applied = Applied(session);
        foreach (var step in applied)
            Check(step, known);
        foreach (var migration in known.Where(m => applied.All(a => a.Number != m.Number)))
            Apply(session, migration);
    }

    private static void Apply(LabSession session, Migration migration)
    {
        session.BeginWriting();
        if (Applied(session).Any(a => a.Number == migration.Number))
        {
            session.Rollback();
            return;
        }
        session.Execute(migration.Sql);
        session.Execute(
            """
            INSERT INTO schema_step (number, name, sha256)
            VALUES (@Number, @Name, @Sha256)
            """,
            new { migration.Number, migration.Name, migration.Sha256 });
        // The program's own files tell of what its steps write.
        session.CountRecorded(session.RowsWritten);
        session.Commit();
    }

    private static void Check(AppliedStep step, IReadOnlyList<Migration> known)
    {
        var ours = known.SingleOrDefault(m => m.Number == step.Number)
            ?? throw new SchemaMismatchException(
                $"The registry's schema has step {step.Name}, which this program does not know: it was opened by a newer LabQc. Use that one.");
        if (ours.Sha256 != step.Sha256 || ours.Name != step.Name)
            throw new SchemaMismatchException(
                $"Step {step.Name} of the registry's schema differs from the one in this program (SHA-256 {step.Sha256}, expected {ours.Sha256}).");
    }

    private static IReadOnlyList<AppliedStep> Applied(LabSession session) =>
        session.Rows.Tables().Contains("schema_step")
            ? session.Query<AppliedStep>("SELECT number, name, sha256 FROM schema_step ORDER BY number")
            : [];

    private static Migration Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var name = resource[Prefix.Length..];
        return new Migration
        {
            Number = int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
            Name = name,
            Sql = sql,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))),
        };
    }

    private sealed record AppliedStep
    {
        public required int Number { get; init; }
        public required string Name { get; init; }
        public required string Sha256 { get; init; }
    }
}
