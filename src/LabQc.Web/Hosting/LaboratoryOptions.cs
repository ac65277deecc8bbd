using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Web.Hosting;

/// <summary>How this process was started.</summary>
internal sealed record LaboratoryOptions
{
    /// <summary>Where the door listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>The folder of the registries' keys.</summary>
    public required string Keys { get; init; }

    /// <summary>Whether the sample batches are shown.</summary>
    public required bool Demo { get; init; }

    /// <summary>The sample batches, where they are not beside or above the current folder.</summary>
    public string? Samples { get; init; }

    /// <summary>How many sign-ins one address may try in a minute.</summary>
    public required int SignInsPerMinute { get; init; }

    /// <summary>How many uploads one person may send in a minute.</summary>
    public required int UploadsPerMinute { get; init; }

    /// <summary>Reads the options from the command line, the environment and the settings file.</summary>
    public static LaboratoryOptions Read(IConfiguration configuration) => new()
    {
        Data = configuration["data"] ?? configuration["LabQc:Data"] ?? Named("LABQC_DATA") ?? DefaultFolder(),
        Keys = configuration["LabQc:Keys"] ?? RegistryKeys.DefaultFolder,
        Demo = configuration.GetValue("demo", false),
        Samples = configuration["samples"],
        SignInsPerMinute = configuration.GetValue("LabQc:SignInsPerMinute", 30),
        UploadsPerMinute = configuration.GetValue("LabQc:UploadsPerMinute", 120),
    };

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : null;

    private static string DefaultFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "labqc", "data");
}

/// <summary>The addresses that were asked for are not safe to listen on.</summary>
internal sealed class UnsafeAddressException(string address, string why)
    : RefusalException($"LabQc does not listen on {address}: {why}");
