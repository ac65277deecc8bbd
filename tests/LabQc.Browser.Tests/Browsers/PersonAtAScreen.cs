using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LabQc.Browser.Tests.Browsers;

/// <summary>A person in front of a browser: finds things by role and label, as a screen reader would, and notes what the console says.</summary>
internal sealed class PersonAtAScreen : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public PersonAtAScreen(IBrowserContext context, IPage page, string password)
    {
        _context = context;
        Page = page;
        Password = password;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnswerToAForm(message.Text))
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>The person's password, for signing.</summary>
    public string Password { get; }

    /// <summary>The page's own part, without the frame around it.</summary>
    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>Fills in the form to sign in, which is open.</summary>
    public async Task SignIn(string name)
    {
        await Field("Name").FillAsync(name);
        await Field("Password").FillAsync(Password);
        await Press("Sign in");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens an address of the laboratory.</summary>
    public Task Open(string address) => Page.GotoAsync(address);

    /// <summary>The field with a label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>The field whose label begins so; a remark follows it.</summary>
    public ILocator FieldThatBegins(string label) => Main.GetByLabel(Beginning(label));

    /// <summary>The radio button or tab whose name begins so.</summary>
    public ILocator Choice(string name) => Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = Beginning(name) });

    /// <summary>The button of a name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>The links of a name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>The part of a page with a name, such as a table's.</summary>
    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Presses a button by its name.</summary>
    public Task Press(string button) => Button(button).First.ClickAsync();

    /// <summary>Follows a link by its name.</summary>
    public Task Follow(string link) => Link(link).First.ClickAsync();

    /// <summary>Follows a link whose name begins so.</summary>
    public Task FollowWhatBegins(string link) => Main.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = Beginning(link) }).First.ClickAsync();

    /// <summary>Gives the password again, and signs with a button.</summary>
    public async Task Sign(string button, string? password = null)
    {
        await Field("Your password").FillAsync(password ?? Password);
        await Press(button);
    }

    /// <summary>Waits until the page says something.</summary>
    public Task Sees(string words) => Assertions.Expect(Page.GetByText(words).Filter(new LocatorFilterOptions { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>Waits until the page's title of the first rank says something, and its scripts are there.</summary>
    public async Task SeesTitle(string words)
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(words);
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Waits until the summary of what was refused says something.</summary>
    public Task SeesRefusal(string words) => Assertions.Expect(Main.GetByRole(AriaRole.Alert).First).ToContainTextAsync(words);

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

    private static Regex Beginning(string name) => new("^\\s*" + Regex.Escape(name));

    /// <summary>A form that was refused answers 422 or 409, which Chromium writes to the console; that is no fault of the page.</summary>
    private static bool IsAnswerToAForm(string message) =>
        message.Contains("status of 422", StringComparison.Ordinal) || message.Contains("status of 409", StringComparison.Ordinal)
        || message.Contains("status of 404", StringComparison.Ordinal) || message.Contains("status of 403", StringComparison.Ordinal);
}
