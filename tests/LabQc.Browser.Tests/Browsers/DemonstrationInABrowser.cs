using LabQc.Browser.Tests.Browsers;
using LabQc.Web.Tests.Laboratories;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemonstrationInABrowser))]

namespace LabQc.Browser.Tests.Browsers;

/// <summary>One demonstration and one Chromium for all journeys; each person of a journey has a browser profile of its own.</summary>
public sealed class DemonstrationInABrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 30_000;
    private IPlaywright? _playwright;

    internal RunningLaboratory Laboratory { get; private set; } = null!;

    internal IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        Laboratory = await RunningLaboratory.Demonstration();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Signs the demonstration's person of a role in, in a new browser profile.</summary>
    internal async Task<PersonAtAScreen> SignIn(string role, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        AskForChromium();
        var printed = Laboratory.Printed.Split('\n').Select(line => line.Trim().Split(' ')).Single(words => words.Length == 3 && words[0] == role);
        return await SignIn(printed[1], printed[2], theme, width);
    }

    /// <summary>Signs somebody in, in a new browser profile.</summary>
    internal async Task<PersonAtAScreen> SignIn(string name, string password, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        var person = await Visit(password, theme, width);
        await person.Open("/sign-in");
        await person.SignIn(name);
        return person;
    }

    /// <summary>Somebody in front of a new browser profile, who is not signed in.</summary>
    internal async Task<PersonAtAScreen> Visit(string password, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        AskForChromium();
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Laboratory.Address.ToString(),
            ColorScheme = theme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        return new PersonAtAScreen(context, await context.NewPageAsync(), password);
    }

    /// <summary>Ends a person's session on the server, as an administrator or the clock would.</summary>
    internal async Task EndSession(PersonAtAScreen person)
    {
        var cookies = await person.Page.Context.CookiesAsync();
        Laboratory.Laboratory.Sessions.End(cookies.Single(c => c.Name == "labqc-session").Value, "ended by an administrator");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Laboratory is not null)
            await Laboratory.DisposeAsync();
    }

    private void AskForChromium()
    {
        if (Laboratory is not null)
            return;
        var missing = $"{Chromium} is not there: install Debian's package chromium.";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LABQC_REQUIRE_ALL") != "1", missing);
        Assert.Fail(missing);
    }
}
