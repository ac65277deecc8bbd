using System.Globalization;
using System.Text.Json;

namespace LabQc.AuditTrail;

/// <summary>How far a site's chain had come at a time: for somebody outside to keep, and to hold the chain against later.</summary>
public sealed record Checkpoint
{
    /// <summary>What a checkpoint's payload calls itself, so that its signature can stand for nothing else.</summary>
    private const string Form = "labqc-checkpoint/1";

    public required string Site { get; init; }

    /// <summary>How many events the chain had.</summary>
    public required long Length { get; init; }

    /// <summary>The hash of the last of them, in lower-case hex.</summary>
    public required string HeadHash { get; init; }

    /// <summary>When the checkpoint was made, UTC.</summary>
    public required string Time { get; init; }

    public required string RegistryId { get; init; }

    /// <summary>The public half of the key that signs it, as PEM.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The bytes that are signed: the canonical form of its members and of its form, <c>labqc-checkpoint/1</c>.</summary>
    public byte[] Payload() => CanonicalJson.Write(new Dictionary<string, object?>
    {
        ["form"] = Form,
        ["head_hash"] = HeadHash,
        ["length"] = Length,
        ["public_key"] = PublicKey,
        ["registry_id"] = RegistryId,
        ["site"] = Site,
        ["time"] = Time,
    });

    /// <summary>Reads a payload.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Checkpoint FromPayload(byte[] payload)
    {
        try
        {
            var members = JsonSerializer.Deserialize<Dictionary<string, string?>>(payload);
            if (members is null || members.GetValueOrDefault("form") != Form)
                throw new FormatException($"its form is not {Form}");
            return FromMembers(members);
        }
        catch (JsonException unreadable)
        {
            throw new FormatException("its first line is not a checkpoint's payload", unreadable);
        }
    }

    private static Checkpoint FromMembers(Dictionary<string, string?> members)
    {
        string Member(string name) => members.GetValueOrDefault(name) ?? throw new FormatException($"it lacks {name}");
        return new Checkpoint
        {
            Site = Member("site"),
            Length = long.TryParse(Member("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? length
                : throw new FormatException("its length is no number"),
            HeadHash = Member("head_hash"),
            Time = Member("time"),
            RegistryId = Member("registry_id"),
            PublicKey = Member("public_key"),
        };
    }
}
