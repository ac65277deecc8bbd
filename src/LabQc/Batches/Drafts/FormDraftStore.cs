using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>
/// Keeps the unfinished forms of the person who works, and nobody else's. They are no record of the laboratory, so no audit event
/// tells of them: handing a form in makes the record.
/// </summary>
public sealed class FormDraftStore(LabWork work)
{
    /// <summary>What a draft may hold, in bytes of UTF-8.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Columns =
        """
        kind,
        form_key AS "key",
        content,
        saved_at,
        row_version
        """;

    /// <summary>A key for a form that is about nothing that has a name yet.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Saves a draft. Does not commit.</summary>
    /// <param name="kind">What form it is.</param>
    /// <param name="key">The lot, or an id of the form's own.</param>
    /// <param name="content">The fields as typed, one JSON object.</param>
    /// <param name="readVersion">The row version that the writer has seen; 0 for a draft that is new.</param>
    /// <exception cref="FormDraftTooLargeException">It is larger than <see cref="MostBytes"/>.</exception>
    /// <exception cref="FormException">The content is no JSON object, or the key is empty.</exception>
    /// <exception cref="FormDraftChangedException">It was saved or thrown away elsewhere since.</exception>
    public FormDraft Save(FormDraftKind kind, string key, string content, long readVersion)
    {
        Check(key, content);
        work.Session.BeginWriting();
        var saved = new FormDraft { Kind = kind, Key = key, Content = content, SavedAt = work.Now(), RowVersion = readVersion + 1 };
        var parameters = new { site = work.Site, owner = work.Actor.Name, kind = Word(kind), key, content, saved.SavedAt, readVersion };
        if (readVersion == 0 ? Insert(parameters) == 0 : Update(parameters) == 0)
            throw new FormDraftChangedException(Find(kind, key));
        return saved;
    }

    /// <summary>One draft of the person, or null.</summary>
    public FormDraft? Find(FormDraftKind kind, string key) =>
        work.Session.Find<FormDraft>(
            $"""
            SELECT {Columns}
              FROM form_draft
             WHERE site = @site
               AND owner = @owner
               AND kind = @kind
               AND form_key = @key
            """,
            new { site = work.Site, owner = work.Actor.Name, kind = Word(kind), key });

    /// <summary>All drafts of the person, saved last first.</summary>
    public IReadOnlyList<FormDraft> List() =>
        work.Session.Query<FormDraft>(
            $"""
            SELECT {Columns}
              FROM form_draft
             WHERE site = @site
               AND owner = @owner
             ORDER BY saved_at DESC,
                      kind,
                      form_key
            """,
            new { site = work.Site, owner = work.Actor.Name });

    /// <summary>Throws a draft away: it is not wanted, or it was handed in. Does not commit.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Discard(FormDraftKind kind, string key) =>
        work.Session.Derive(
            """
            DELETE FROM form_draft
             WHERE site = @site
               AND owner = @owner
               AND kind = @kind
               AND form_key = @key
            """,
            new { site = work.Site, owner = work.Actor.Name, kind = Word(kind), key }) > 0;

    private int Insert(object parameters) =>
        work.Session.Derive(
            """
            INSERT INTO form_draft (site, owner, kind, form_key, content, saved_at, row_version)
            VALUES (@site, @owner, @kind, @key, @content, @SavedAt, 1)
            ON CONFLICT DO NOTHING
            """,
            parameters);

    private int Update(object parameters) =>
        work.Session.Derive(
            """
            UPDATE form_draft
               SET content     = @content,
                   saved_at    = @SavedAt,
                   row_version = row_version + 1
             WHERE site        = @site
               AND owner       = @owner
               AND kind        = @kind
               AND form_key    = @key
               AND row_version = @readVersion
            """,
            parameters);

    private static void Check(string key, string content)
    {
        if (Encoding.UTF8.GetByteCount(content) is > MostBytes and var bytes)
            throw new FormDraftTooLargeException(bytes);
        if (string.IsNullOrWhiteSpace(key) || key.Length > 128)
            throw new FormException("The draft", [new FormProblem("key", "a draft has a key of 1 to 128 characters")]);
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormException("The draft", [new FormProblem("$", "a draft is one JSON object")]);
        }
        catch (JsonException broken)
        {
            throw new FormException("The draft", [new FormProblem("$", $"this is no JSON: {broken.Message}")]);
        }
    }

    private static string Word(FormDraftKind kind) => kind.ToString().ToLowerInvariant();
}
