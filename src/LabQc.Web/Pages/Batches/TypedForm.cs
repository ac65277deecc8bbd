using System.Text.Json;
using LabQc.Batches;
using Microsoft.AspNetCore.WebUtilities;

namespace LabQc.Web.Pages.Batches;

/// <summary>What somebody typed into a form, field by field; of several values under one name a list with commas.</summary>
internal static class TypedForm
{
    private static readonly IReadOnlyList<string> Hidden = ["__RequestVerificationToken", "draftVersion", "handler", "RowVersion"];

    /// <summary>The fields of a form that was sent, without those that carry no text of a person.</summary>
    public static IReadOnlyDictionary<string, string> Of(IFormCollection form) =>
        form.Where(f => !Hidden.Contains(f.Key)).ToDictionary(f => f.Key, f => string.Join(',', f.Value.Select(v => v ?? "")), StringComparer.Ordinal);

    /// <summary>The fields of a draft; none where there is no draft.</summary>
    public static IReadOnlyDictionary<string, string> Of(FormDraft? draft) =>
        draft is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Content) ?? [];

    /// <summary>The content of a draft.</summary>
    public static string Json(IReadOnlyDictionary<string, string> fields) =>
        JsonSerializer.Serialize(fields.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value));

    /// <summary>The version of the draft that the form was made from, as it was sent.</summary>
    public static long DraftVersion(IFormCollection form) =>
        long.TryParse(form["draftVersion"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>Where the browser keeps a form while somebody types.</summary>
    public static string DraftAddress(FormDraftKind kind, string key) =>
        QueryHelpers.AddQueryString("/drafts", new Dictionary<string, string?> { ["kind"] = kind.ToString().ToLowerInvariant(), ["key"] = key });
}
