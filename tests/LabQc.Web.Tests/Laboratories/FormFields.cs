using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LabQc.Web.Tests.Laboratories;

/// <summary>The fields of a page's form as a browser would send them, to be changed and sent.</summary>
internal static class FormFields
{
    /// <summary>All fields of the page's post form in the main part, without buttons and antiforgery token.</summary>
    public static List<(string Name, string Value)> Of(string page)
    {
        var form = new HtmlParser().ParseDocument(page).QuerySelectorAll("main form").First(f => f.GetAttribute("method") == "post");
        return [.. form.QuerySelectorAll("input, select, textarea").Where(IsSent).Select(e => (e.GetAttribute("name")!, ValueOf(e)))];
    }

    /// <summary>The fields with some of them given other values; a field that is not there is added.</summary>
    public static (string Name, string Value)[] With(this IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] changed) =>
        [.. fields.Where(f => changed.All(c => c.Name != f.Name)), .. changed];

    private static bool IsSent(IElement element) =>
        element.GetAttribute("name") is { Length: > 0 } name && name != "__RequestVerificationToken"
        && (element is not IHtmlInputElement { Type: "checkbox" or "radio" } ticked || ticked.IsChecked);

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}
