using System.Text.RegularExpressions;

namespace LabQc.Web.Tests.Laboratories;

/// <summary>Somebody without a session, who fills in the forms that are open to all.</summary>
internal sealed partial class Visitor(RunningLaboratory laboratory) : IDisposable
{
    private readonly HttpClient _client = laboratory.Client();

    /// <summary>Looks at a page; redirects are not followed.</summary>
    public Task<HttpResponseMessage> Get(string address) => _client.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Sends the form of a page that is open to all.</summary>
    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        var page = await _client.GetStringAsync(address, TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            KeyValuePair.Create("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value)]);
        return await _client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
