namespace LabQc.Web.Pages.Specifications;

/// <summary>Addresses of specifications. The slash before a market stands as ~ in them.</summary>
internal static class SpecificationAddress
{
    /// <summary>Of a code, as /specifications/MSC-EV~US; what belongs to it follows.</summary>
    public static string Of(string code, string below = "") => $"/specifications/{Uri.EscapeDataString(code.Replace('/', '~'))}{below}";

    /// <summary>Of a version.</summary>
    public static string Of(string code, int version) => Of(code, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{version}"));

    /// <summary>Two versions beside each other, by their names or as <c>CODE@draft</c>.</summary>
    public static string Compare(string code, string before, string after) =>
        Of(code, $"/compare?before={Uri.EscapeDataString(before)}&after={Uri.EscapeDataString(after)}");

    /// <summary>The code that an address names.</summary>
    public static string CodeOf(string route) => route.Replace('~', '/').Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A signature on a record such as <c>specification</c>, <c>MSC-EV@3</c>.</summary>
    public static string OfSignature(string id) => "/signatures/" + string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
