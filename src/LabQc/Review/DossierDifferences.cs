using System.Text.Json;
using LabQc.AuditTrail;
using LabQc.Methods;
using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>Compares what was signed on a lot with its record of now.</summary>
internal static class DossierDifferences
{
    /// <summary>What was corrected since, in the order in which it happened; empty where what was signed still stands.</summary>
    public static IReadOnlyList<DossierDifference> Of(LabWork work, Signature signature)
    {
        if (signature.SubjectKind != SubjectKind.Lot.Word() || new SignatureStore(work).Dossier(signature.DossierSha256) is not { } dossier)
            return [];
        var signed = PartsIn(dossier).ToDictionary(p => (p.Table, p.Name), p => p.Sha256);
        var changed = DossierParts.Of(work, signature.SubjectKey).Where(p => signed.GetValueOrDefault((p.Table, p.Name)) != p.Sha256).ToList();
        if (changed.Count == 0)
            return [];
        var events = EventsByRow(work, signature.SubjectKey);
        return [.. changed.Select(p => Difference(p, signed.ContainsKey((p.Table, p.Name)), events)).OrderBy(d => d.Sequence)];
    }

    private static DossierDifference Difference(DossierPart part, bool wasThere, Dictionary<string, AuditEvent> events)
    {
        if (!events.TryGetValue($"{part.Table}/{string.Join('/', part.Key)}", out var happened))
            return new DossierDifference { Words = $"{Named(part)} changed outside LabQc, no event tells of it", Sequence = 0, At = "", By = "" };
        return new DossierDifference
        {
            Words = $"{Named(part)} {Done(part, wasThere)} on {happened.OccurredAt[..10]} by {happened.Actor}",
            Sequence = happened.Sequence,
            At = happened.OccurredAt,
            By = happened.Actor,
        };
    }

    private static string Named(DossierPart part) => part.Table switch
    {
        "assay_result" => AttributeNames.Of(part.Key[1]),
        "batch_version" => "Batch details",
        "invalidation" => $"Measurement {part.Name["invalidation of ".Length..]}",
        _ => char.ToUpperInvariant(part.Name[0]) + part.Name[1..],
    };

    private static string Done(DossierPart part, bool wasThere) => (part.Table, wasThere) switch
    {
        ("invalidation", _) => "invalidated",
        ("inclusion", _) => "decided on anew",
        (_, true) => "corrected",
        _ => "added",
    };

    private static List<DossierPart> PartsIn(byte[] dossier)
    {
        using var document = JsonDocument.Parse(dossier);
        return [.. document.RootElement.GetProperty("record").EnumerateArray().Select(p => new DossierPart(
            p.GetProperty("name").GetString()!,
            p.GetProperty("table").GetString()!,
            [.. p.GetProperty("key").EnumerateArray().Select(k => k.GetString()!)],
            p.GetProperty("sha256").GetString()!))];
    }

    /// <summary>The event that wrote each row of the lot, by table and key without the site.</summary>
    private static Dictionary<string, AuditEvent> EventsByRow(LabWork work, string lot)
    {
        var byRow = new Dictionary<string, AuditEvent>(StringComparer.Ordinal);
        foreach (var happened in new AuditEventStore(work.Session).OfLot(work.Site, lot))
        {
            foreach (var row in CanonicalEvent.Read(happened.Canonical).Rows.Where(r => r.IsThere))
                byRow[$"{row.Table}/{string.Join('/', JsonSerializer.Deserialize<string[]>(row.Key.Span)!.Skip(1))}"] = happened;
        }
        return byRow;
    }
}
