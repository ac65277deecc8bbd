using Microsoft.Playwright;

namespace LabQc.Browser.Tests.Browsers;

/// <summary>A person in front of a browser: finds things by role and label, as a screen reader would, and notes what the console says.</summary>
internal sealed class PersonAtAScreen : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private PersonAtAScreen(IBrowserContext context, IPage page, string password)
    {
        _context = context;
        Page = page;
        Password = password;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnswerToAForm(message.Text))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>The person's password, for signing.</summary>
    public string Password { get; }

    /// <summary>Signs a person in, in a new browser profile.</summary>
    public static async Task<PersonAtAScreen> SignIn(DemonstrationInABrowser demonstration, string name, string password, ColorScheme theme, int width)
    {
        var context = await demonstration.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = demonstration.Laboratory.Address.ToString(),
            ColorScheme = theme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        var person = new PersonAtAScreen(context, await context.NewPageAsync(), password);
        await person.Open("/sign-in");
        await person.Field("Name").FillAsync(name);
        await person.Field("Password").FillAsync(password);
        await person.Press("Sign in");
        await person.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return person;
    }

    /// <summary>Opens an address of the laboratory.</summary>
    public Task Open(string address) => Page.GotoAsync(address);

    /// <summary>The field with a label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>Presses a button by its name.</summary>
    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Follows a link by its name.</summary>
    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Waits until the page says something.</summary>
    public Task Sees(string words) => Assertions.Expect(Page.GetByText(words).First).ToBeVisibleAsync();

    /// <summary>Waits until the page's title of the first rank says something.</summary>
    public Task SeesTitle(string words) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(words);

    /// <summary>Runs a journey; where it fails, a picture of the screen is kept and named.</summary>
    public async Task Do(Func<PersonAtAScreen, Task> journey)
    {
        try
        {
            await journey(this);
        }
        catch (Exception failed) when (failed is not Xunit.Sdk.SkipException)
        {
            var picture = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{TestContext.Current.TestMethod?.MethodName}-{Guid.NewGuid():N}.png");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture, FullPage = true });
            throw new InvalidOperationException($"At {Page.Url}, see {picture}: {failed.Message}", failed);
        }
        Assert.Equal([], _complaints);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>A form that was refused answers 422 or 409, which Chromium writes to the console; that is no fault of the page.</summary>
    private static bool IsAnswerToAForm(string message) =>
        message.Contains("status of 422", StringComparison.Ordinal) || message.Contains("status of 409", StringComparison.Ordinal)
        || message.Contains("status of 404", StringComparison.Ordinal) || message.Contains("status of 403", StringComparison.Ordinal);
}
