using System.Text.RegularExpressions;
using LabQc.Web.Parts;

namespace LabQc.Web.Tests.Parts;

public sealed partial class BrowserFilesTest
{
    [Fact]
    public void Every_module_that_is_imported_is_served()
    {
        var modules = Import().Matches(Text("labqc.js")).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(modules);
        Assert.All(modules, module => Assert.NotEmpty(Text(module)));
    }

    [Fact]
    public void No_module_writes_markup_or_evaluates_text()
    {
        var scripts = typeof(Icon).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".js", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, name => Assert.DoesNotMatch(Dangerous(), Text(name["wwwroot.".Length..])));
    }

    [Fact]
    public void The_stylesheet_loads_nothing_from_elsewhere() =>
        Assert.DoesNotMatch(Loading(), Text("labqc.css"));

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Icon).Assembly.GetManifestResourceStream("wwwroot." + name)
            ?? throw new FileNotFoundException($"{name} is not served."));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"import '\./([a-z]+\.js)'")]
    private static partial Regex Import();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b")]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"url\(|@import")]
    private static partial Regex Loading();
}
