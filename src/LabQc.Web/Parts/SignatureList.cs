using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LabQc.Web.Parts;

/// <summary>A signature as pages and papers show it, or one that is still to come.</summary>
public sealed record SignatureLine
{
    /// <summary>What the signature means, as <c>Verified</c>.</summary>
    public required string Meaning { get; init; }

    /// <summary>The printed name; null: nobody signed yet.</summary>
    public string? Name { get; init; }

    /// <summary>The role under which it was signed.</summary>
    public string? Role { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>SHA-256 of what was signed.</summary>
    public string? DossierSha256 { get; init; }

    /// <summary>Where it is shown what was signed.</summary>
    public string? Address { get; init; }

    /// <summary>What was changed since in what was signed, in words; null: nothing.</summary>
    public string? Corrected { get; init; }

    /// <summary>Who it waits for, in words.</summary>
    public string? Waits { get; init; }
}

/// <summary>The signatures of something, those to come among them.</summary>
public static class SignatureList
{
    /// <summary>The list.</summary>
    public static IHtmlContent Of(IEnumerable<SignatureLine> lines, TimeZoneInfo zone) =>
        Element.Of("ul", lines.Select(line => line.Name is null ? Open(line) : Given(line, zone))).Classed("signed");

    /// <summary>First and last of a hash, enough for a person to compare: <c>9f3c 61d0 … e27a</c>.</summary>
    public static string FirstAndLast(string hash) => hash.Length < 16 ? hash : $"{hash[..4]} {hash[4..8]} … {hash[^4..]}";

    private static TagBuilder Given(SignatureLine line, TimeZoneInfo zone)
    {
        var role = line.Role is null ? null : Element.Of("span", ", " + line.Role).Classed("soft");
        var when = line.At is { } at ? Element.Of("small", TimeView.Of(at, zone, TimeMode.Signature)) : null;
        var corrected = line.Corrected is null
            ? null
            : Element.Of("span", Element.Of("b", "Signed content corrected since:"), " " + line.Corrected).Classed("fail corrected");
        return Element.Of(
            "li",
            corrected is null ? Icon.Of("i-sign", "ok") : Icon.Of("v-fail", "fail"),
            Element.Of("div", Element.Of("b", line.Meaning), $" · {line.Name}", role, when, Record(line), corrected));
    }

    private static TagBuilder Open(SignatureLine line) => Element.Of(
        "li",
        Icon.Of("v-miss", "none"),
        Element.Of("div", Element.Of("span", line.Meaning).Classed("open"), line.Waits is null ? null : Element.Of("small", line.Waits)));

    private static TagBuilder? Record(SignatureLine line)
    {
        if (line.DossierSha256 is not { } hash)
            return null;
        var words = Element.Of("span", "record ", FirstAndLast(hash)).Classed("hash").With("title", hash);
        return line.Address is { } address
            ? Element.Of("span", Element.Of("a", words).With("href", address)).Classed("what")
            : words;
    }
}
