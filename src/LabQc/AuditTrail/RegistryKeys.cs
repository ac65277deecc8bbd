using System.Security.Cryptography;

namespace LabQc.AuditTrail;

/// <summary>
/// The keys of one registry. They lie outside the data folder, so that somebody who can write the database alone cannot
/// rebuild the audit chain unseen: in the folder that LABQC_KEYS names, else in the user's configuration folder.
/// </summary>
public sealed class RegistryKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _hmacPath;
    private readonly string _signingPath;

    /// <summary>The keys of a registry, present or not.</summary>
    public RegistryKeys(string folder, string registryId)
    {
        _hmacPath = Path.Combine(folder, registryId + ".hmac");
        _signingPath = Path.Combine(folder, registryId + ".pem");
    }

    /// <summary>The folder that LABQC_KEYS names, else <c>labqc/keys</c> in the user's configuration folder.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("LABQC_KEYS") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "labqc", "keys");

    /// <summary>Where the HMAC key is looked for.</summary>
    public string HmacPath => _hmacPath;

    /// <summary>The HMAC key, or null where the file is not there.</summary>
    public byte[]? FindHmacKey() =>
        File.Exists(_hmacPath) ? Convert.FromHexString(File.ReadAllText(_hmacPath).Trim()) : null;

    /// <summary>The HMAC key.</summary>
    /// <exception cref="KeyMissingException">The file is not there.</exception>
    public byte[] HmacKey() => FindHmacKey() ?? throw new KeyMissingException(_hmacPath);

    /// <summary>The key that signs checkpoints.</summary>
    /// <exception cref="KeyMissingException">The file is not there.</exception>
    public RSA SigningKey()
    {
        if (!File.Exists(_signingPath))
            throw new KeyMissingException(_signingPath);
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(_signingPath));
        return key;
    }

    /// <summary>Makes both keys (HMAC-SHA256 of 32 bytes, RSA of 3072 bits), each readable by its owner only.</summary>
    /// <returns>The public half of the signing key, as PEM.</returns>
    public string Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_hmacPath)!);
        using var signing = RSA.Create(3072);
        WritePrivate(_hmacPath, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        WritePrivate(_signingPath, signing.ExportPkcs8PrivateKeyPem());
        return signing.ExportSubjectPublicKeyInfoPem();
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(text);
    }
}

/// <summary>A key of the registry is not where it should be.</summary>
public sealed class KeyMissingException(string path)
    : Exception($"The registry's key {path} is missing. Without it nothing can be recorded. Put it back from your copy, or set LABQC_KEYS to the folder that holds it.")
{
    public string Path { get; } = path;
}
