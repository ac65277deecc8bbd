using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using LabQc.Web.Hosting;

namespace LabQc.Web.Tests.Hosting;

/// <summary>The program started as people start it: a process with a command line.</summary>
public sealed partial class StartTest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("labqc-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_demonstration_prints_its_address_and_one_person_a_role_and_is_ready_when_it_is_loaded()
    {
        using var process = Run("--demo", "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await LineMatching(process, Address());
            using var client = new HttpClient { BaseAddress = new Uri(address.Groups[1].Value) };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
            foreach (var role in (string[])["technician", "qa-manager", "auditor", "administrator"])
                Assert.Equal(role, (await LineMatching(process, Person())).Groups[1].Value);
            await LineMatching(process, Loaded());
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Contains("Demonstration.", await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "passwords would travel in the clear")]
    [InlineData("http://192.0.2.7:5080", "passwords would travel in the clear")]
    public async Task Plain_HTTP_is_possible_on_loopback_only(string address, string why)
    {
        var (code, said) = await EndOf("--urls", address);
        Assert.Equal(1, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_listens_on_this_machine_only_and_refuses_a_laboratorys_registry()
    {
        var (code, said) = await EndOf("--demo", "--urls", "https://0.0.0.0:0");
        Assert.Equal(1, code);
        Assert.Contains("this machine only", said, StringComparison.Ordinal);

        LabQc.AuditTrail.LabRegistry.Create(Data, LabQc.AuditTrail.RegistryKind.Laboratory, Keys, LabQc.AuditTrail.Actor.OfAccount(), TimeProvider.System);
        (code, said) = await EndOf("--demo", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("never mixed into it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_stays_one_also_when_it_is_opened_without_the_word()
    {
        LabQc.AuditTrail.LabRegistry.Create(Data, LabQc.AuditTrail.RegistryKind.Demonstration, Keys, LabQc.AuditTrail.Actor.OfAccount(), TimeProvider.System);

        var (code, said) = await EndOf("--urls", "https://0.0.0.0:0");

        Assert.Equal(1, code);
        Assert.Contains("this machine only", said, StringComparison.Ordinal);
    }

    private string Data => Path.Combine(_folder, "data");

    private string Keys => Path.Combine(_folder, "keys");

    private Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LabHost).Assembly.Location, .. arguments, "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["LABQC_KEYS"] = Keys;
        return Process.Start(start)!;
    }

    private async Task<(int Code, string Said)> EndOf(params string[] arguments)
    {
        using var process = Run(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await error + await output);
    }

    private static async Task<Match> LineMatching(Process process, Regex sought)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (sought.Match(line) is { Success: true } match)
                return match;
        throw new EndOfStreamException($"The program ended before it printed {sought}: {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    [GeneratedRegex(@"^LabQc listens on (http://127\.0\.0\.1:\d+)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(technician|qa-manager|auditor|administrator) ([a-z.]+) (\S{20,})$")]
    private static partial Regex Person();

    [GeneratedRegex("^The demonstration is loaded")]
    private static partial Regex Loaded();
}
