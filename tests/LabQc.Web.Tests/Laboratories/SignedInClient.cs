using System.Net;
using System.Text.RegularExpressions;

namespace LabQc.Web.Tests.Laboratories;

/// <summary>A person with a browser that shows no pictures: signed in, and sending each form with its token.</summary>
internal sealed partial class SignedInClient : IDisposable
{
    private readonly HttpClient _client;
    private string? _token;

    private SignedInClient(HttpClient client) => _client = client;

    /// <summary>Signs a person in.</summary>
    public static async Task<SignedInClient> Of(RunningLaboratory laboratory, string name, string password)
    {
        var person = new SignedInClient(laboratory.Client());
        var answer = await person.Post("/sign-in", ("Name", name), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        person._token = null;
        return person;
    }

    /// <summary>Signs in the demonstration's person of a role, with the password that was printed.</summary>
    public static Task<SignedInClient> InRole(RunningLaboratory laboratory, string role)
    {
        var printed = laboratory.Printed.Split('\n').Select(line => line.Split(' ')).Single(words => words[0] == role && words.Length == 3);
        return Of(laboratory, printed[1], printed[2]);
    }

    /// <summary>Looks at a page; redirects are not followed.</summary>
    public Task<HttpResponseMessage> Get(string address) => _client.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> Read(string address)
    {
        var answer = await Get(address);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {answer.Headers.Location} {text}");
        return text;
    }

    /// <summary>Sends a form.</summary>
    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        var token = await Token();
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await _client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form with files.</summary>
    public async Task<HttpResponseMessage> Upload(string address, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Field, string FileName, byte[] Content)> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        foreach (var (field, fileName, content) in files)
            form.Add(new ByteArrayContent(content), field, fileName);
        form.Add(new StringContent(await Token()), "__RequestVerificationToken");
        return await _client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<string> Token()
    {
        if (_token is not null)
            return _token;
        // Every page with somebody signed in has the form to sign out; without, the form to sign in.
        foreach (var address in (string[])["/not-found", "/sign-in"])
        {
            var page = await _client.GetAsync(address, TestContext.Current.CancellationToken);
            var match = FormToken().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (match.Success)
                return _token = match.Groups[1].Value;
        }
        throw new InvalidOperationException("No page with a form was found.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
