namespace LabQc.Web.Pages.ReferenceSets;

/// <summary>Addresses of reference sets; a name may hold any letter, also a slash.</summary>
internal static class ReferenceSetAddress
{
    /// <summary>Of a version.</summary>
    public static string Of(string name, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/reference-sets/{Uri.EscapeDataString(name)}/{version}");

    /// <summary>The name that an address holds. A slash stays encoded in addresses.</summary>
    public static string NameOf(string route) => route.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
