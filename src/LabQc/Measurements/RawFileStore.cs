using System.Security.Cryptography;
using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Measurements;

/// <summary>A file as it came.</summary>
public sealed record RawFile
{
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required long Size { get; init; }
    /// <summary>The reader that read it, and its version.</summary>
    public required string Reader { get; init; }
    public required string ReceivedAt { get; init; }
}

/// <summary>The registry holds no file with this SHA-256.</summary>
public sealed class RawFileMissingException(string sha256) : RefusalException($"The registry holds no file with SHA-256 {sha256}.");

/// <summary>Keeps files whole, by their SHA-256.</summary>
public sealed class RawFileStore(LabWork work)
{
    /// <summary>The SHA-256 of a file's bytes, in lower-case hex.</summary>
    public static string Sha256Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The key of a file, for audit records.</summary>
    public RecordKey Key(string sha256) => new("raw_file", work.Site, sha256);

    /// <summary>Keeps a file unless the registry has it already. Runs inside the caller's audit record.</summary>
    public void Keep(string sha256, string fileName, byte[] content, string reader)
    {
        if (Find(sha256) is not null)
            return;
        work.Session.Execute(
            """
            INSERT INTO raw_file (site, sha256, file_name, size, reader, received_at, content)
            VALUES (@site, @sha256, @fileName, @size, @reader, @receivedAt, @content)
            """,
            new { site = work.Site, sha256, fileName, size = content.LongLength, reader, receivedAt = work.Trail.Now(), content });
    }

    /// <summary>What is known of a file, or null.</summary>
    public RawFile? Find(string sha256) =>
        work.Session.Find<RawFile>(
            """
            SELECT sha256,
                   file_name,
                   size,
                   reader,
                   received_at
              FROM raw_file
             WHERE site = @site
               AND sha256 = @sha256
            """,
            new { site = work.Site, sha256 });

    /// <summary>A file's bytes, as they came.</summary>
    /// <exception cref="RawFileMissingException">There is no such file.</exception>
    public byte[] Content(string sha256) =>
        work.Session.Find<byte[]>(
            "SELECT content FROM raw_file WHERE site = @site AND sha256 = @sha256",
            new { site = work.Site, sha256 })
        ?? throw new RawFileMissingException(sha256);
}
