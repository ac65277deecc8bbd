using LabQc.AuditTrail;
using LabQc.Database;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>
/// Keeps the uploaded files of the person who works until they are taken or discarded, so that a preview outlives a closed
/// browser. They are no record of the laboratory, so no audit event tells of them: taking a file makes the record.
/// </summary>
public sealed class StagedFileStore(LabWork work) : IFileSource
{
    public const int MostBytesOfFile = 32 << 20;
    public const long MostBytesOfOwner = 256L << 20;
    public const int DaysKept = 14;

    private const string Columns =
        """
        sha256,
        file_name,
        size,
        options,
        staged_at,
        row_version
        """;

    /// <summary>Keeps an uploaded file; one that waits already stays as it is. Drops what is too old. Does not commit.</summary>
    /// <exception cref="StagedFileTooLargeException">It is too large, or all of the person's files together are.</exception>
    public StagedFile Stage(string fileName, byte[] content, StagedOptions? options = null)
    {
        var name = PlainName(fileName);
        if (content.Length > MostBytesOfFile)
            throw new StagedFileTooLargeException(name, content.Length, MostBytesOfFile, together: false);
        work.Session.BeginWriting();
        DropOld();
        var sha256 = RawFileStore.Sha256Of(content);
        if (Find(sha256) is { } standing)
            return standing;
        if (BytesOfOwner() + content.Length > MostBytesOfOwner)
            throw new StagedFileTooLargeException(name, content.Length, MostBytesOfOwner, together: true);
        Insert(sha256, name, content, options ?? StagedOptions.None);
        return Find(sha256)!;
    }

    /// <summary>The person's waiting files in the order in which they came.</summary>
    public IReadOnlyList<StagedFile> List() =>
        [.. work.Session.Query<FileRow>(
            $"""
            SELECT {Columns}
              FROM staged_file
             WHERE site = @site
               AND owner = @owner
               AND staged_at >= @before
             ORDER BY staged_at,
                      file_name,
                      sha256
            """,
            new { site = work.Site, owner = work.Actor.Name, before = Before() }).Select(File)];

    /// <summary>One of the person's waiting files, or null.</summary>
    public StagedFile? Find(string sha256) =>
        work.Session.Find<FileRow>(
            $"""
            SELECT {Columns}
              FROM staged_file
             WHERE site = @site
               AND owner = @owner
               AND sha256 = @sha256
               AND staged_at >= @before
            """,
            new { site = work.Site, owner = work.Actor.Name, sha256, before = Before() }) is { } row ? File(row) : null;

    /// <summary>The bytes of one of the person's waiting files.</summary>
    /// <exception cref="StagedFileMissingException">There is none.</exception>
    public byte[] Content(string sha256) =>
        work.Session.Find<byte[]>(
            "SELECT content FROM staged_file WHERE site = @site AND owner = @owner AND sha256 = @sha256",
            new { site = work.Site, owner = work.Actor.Name, sha256 })
        ?? throw new StagedFileMissingException(sha256);

    /// <summary>Keeps what the person says about a file. Does not commit.</summary>
    /// <exception cref="StagedFileMissingException">There is none.</exception>
    /// <exception cref="StagedFileChangedException">Something else was said since.</exception>
    public StagedFile Describe(string sha256, StagedOptions options, long readVersion)
    {
        var changed = work.Session.Derive(
            """
            UPDATE staged_file
               SET options     = @options,
                   row_version = row_version + 1
             WHERE site        = @site
               AND owner       = @owner
               AND sha256      = @sha256
               AND row_version = @readVersion
            """,
            new { site = work.Site, owner = work.Actor.Name, sha256, options = JsonForm.Write(options.Trimmed()), readVersion });
        var standing = Find(sha256) ?? throw new StagedFileMissingException(sha256);
        return changed == 1 ? standing : throw new StagedFileChangedException(standing);
    }

    /// <summary>Discards a waiting file. Does not commit.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Discard(string sha256) =>
        work.Session.Derive(
            "DELETE FROM staged_file WHERE site = @site AND owner = @owner AND sha256 = @sha256",
            new { site = work.Site, owner = work.Actor.Name, sha256 }) > 0;

    /// <summary>Drops every file, whoever's, that waits for more than <see cref="DaysKept"/> days. Does not commit.</summary>
    /// <returns>How many.</returns>
    public int DropOld() =>
        work.Session.Derive(
            "DELETE FROM staged_file WHERE site = @site AND staged_at < @before",
            new { site = work.Site, before = Before() });

    /// <inheritdoc/>
    public bool IsApart => false;

    /// <inheritdoc/>
    public SourceFile Read(string file) =>
        Find(file) is { } staged ? new SourceFile(staged.FileName, Content(file)) : throw new FileNotFoundException(new StagedFileMissingException(file).Message);

    /// <summary>None: an uploaded mapping is saved before it is used.</summary>
    public string? FindText(string file) => null;

    private long BytesOfOwner() =>
        work.Session.Find<long>(
            "SELECT COALESCE(SUM(size), 0) FROM staged_file WHERE site = @site AND owner = @owner",
            new { site = work.Site, owner = work.Actor.Name });

    private void Insert(string sha256, string fileName, byte[] content, StagedOptions options) =>
        work.Session.Derive(
            """
            INSERT INTO staged_file (site, owner, sha256, file_name, size, options, staged_at, row_version, content)
            VALUES (@site, @owner, @sha256, @fileName, @size, @options, @stagedAt, 1, @content)
            """,
            new
            {
                site = work.Site,
                owner = work.Actor.Name,
                sha256,
                fileName,
                size = content.LongLength,
                options = JsonForm.Write(options.Trimmed()),
                stagedAt = work.Now(),
                content,
            });

    private string Before() =>
        FixedWidthTime.Of(DateTimeOffset.Parse(work.Now(), System.Globalization.CultureInfo.InvariantCulture).AddDays(-DaysKept));

    /// <summary>A file's name alone, whatever folder a browser put before it, without characters that no name has.</summary>
    private static string PlainName(string fileName)
    {
        var name = string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))).Trim();
        return name.Length is > 0 and <= 255 ? name : name.Length == 0 ? "file" : name[^255..];
    }

    private static StagedFile File(FileRow row) => new()
    {
        Sha256 = row.Sha256,
        FileName = row.FileName,
        Size = row.Size,
        Options = JsonForm.Read<StagedOptions>(row.Options, row.FileName),
        StagedAt = row.StagedAt,
        RowVersion = row.RowVersion,
    };

    private sealed record FileRow
    {
        public required string Sha256 { get; init; }
        public required string FileName { get; init; }
        public required long Size { get; init; }
        public required string Options { get; init; }
        public required string StagedAt { get; init; }
        public required long RowVersion { get; init; }
    }
}
