using System.Net;
using LabQc.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabQc.Web.Tests.Laboratories;

/// <summary>A laboratory that really runs: its own registry and keys in a scratch folder, on a free port of this machine.</summary>
internal sealed class RunningLaboratory : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningLaboratory(WebApplication app, string folder, string printed)
    {
        _app = app;
        _folder = folder;
        Printed = printed;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it printed while it started.</summary>
    public string Printed { get; }

    /// <summary>Its registry and people.</summary>
    public Laboratory Laboratory => _app.Services.GetRequiredService<Laboratory>();

    /// <summary>What the application is made of, for tests that ask which routes there are.</summary>
    public IServiceProvider Routing => _app.Services;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>Starts an empty laboratory, in which there is nobody yet.</summary>
    public static Task<RunningLaboratory> Empty(params string[] more) => Start([.. more]);

    /// <summary>Starts the demonstration, on all sample batches or on those of a folder.</summary>
    public static Task<RunningLaboratory> Demonstration(string? samples = null, params string[] more) =>
        Start(["--demo", .. samples is null ? Array.Empty<string>() : ["--samples", samples], .. more]);

    /// <summary>A browser without pictures: it keeps cookies and follows no redirects unless told to.</summary>
    public HttpClient Client(bool followRedirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = followRedirects, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static async Task<RunningLaboratory> Start(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("labqc-web-").FullName;
        // What is printed goes to the process's one console: who starts must not be read beside somebody else.
        await OneAtATime.WaitAsync();
        var console = Console.Out;
        var printed = new StringWriter();
        try
        {
            Console.SetOut(printed);
            var app = LabHost.Build([.. args, "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data"),
                $"--LabQc:Keys={Path.Combine(folder, "keys")}", "--LabQc:SignInsPerMinute=100000", "--LabQc:UploadsPerMinute=100000",
                "--Logging:LogLevel:Default=Error"]);
            await app.StartAsync();
            var laboratory = app.Services.GetRequiredService<Laboratory>();
            await app.Services.GetServices<IHostedService>().OfType<Opening>().Single().ExecuteTask!.WaitAsync(Patience);
            return laboratory.IsReady ? new RunningLaboratory(app, folder, printed.ToString()) : throw new InvalidOperationException($"Not ready: {laboratory.Progress}");
        }
        finally
        {
            Console.SetOut(console);
            OneAtATime.Release();
        }
    }
}
