using System.Buffers;
using System.Security.Cryptography;
using LabQc.Units;

namespace LabQc.AuditTrail;

/// <summary>
/// The keys of one registry. They lie outside the data folder, so that somebody who can write the database alone cannot
/// rebuild the audit chain unseen: in the folder that LABQC_KEYS names, else in the user's configuration folder.
/// </summary>
public sealed class RegistryKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int KeyLength = 32;
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
    /// <exception cref="KeyUnreadableException">The file holds no key.</exception>
    public byte[]? FindHmacKey()
    {
        if (!File.Exists(_hmacPath))
            return null;
        var key = new byte[KeyLength];
        var status = Convert.FromHexString(File.ReadAllText(_hmacPath).Trim(), key, out _, out var written);
        return status == OperationStatus.Done && written == KeyLength ? key : throw new KeyUnreadableException(_hmacPath);
    }

    /// <summary>The HMAC key.</summary>
    /// <exception cref="KeyMissingException">The file is not there.</exception>
    /// <exception cref="KeyUnreadableException">The file holds no key.</exception>
    public byte[] HmacKey() => FindHmacKey() ?? throw new KeyMissingException(_hmacPath, "nothing can be recorded");

    /// <summary>The key that signs checkpoints.</summary>
    /// <exception cref="KeyMissingException">The file is not there.</exception>
    /// <exception cref="KeyUnreadableException">The file holds no key.</exception>
    public RSA SigningKey()
    {
        if (!File.Exists(_signingPath))
            throw new KeyMissingException(_signingPath, "no checkpoint can be signed");
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(_signingPath));
            return key;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new KeyUnreadableException(_signingPath);
        }
    }

    /// <summary>Makes both keys (HMAC-SHA256 of 32 bytes, RSA of 3072 bits), each readable by its owner only.</summary>
    /// <returns>The public half of the signing key, as PEM.</returns>
    public string Make()
    {
        MakeFolder(Path.GetDirectoryName(_hmacPath)!);
        using var signing = RSA.Create(3072);
        WritePrivate(_hmacPath, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength)));
        WritePrivate(_signingPath, signing.ExportPkcs8PrivateKeyPem());
        return signing.ExportSubjectPublicKeyInfoPem();
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
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
public sealed class KeyMissingException(string path, string consequence)
    : RefusalException($"The registry's key {path} is missing. Without it {consequence}. Put it back from your copy, or set LABQC_KEYS to the folder that holds it.")
{
    public string Path { get; } = path;
}

/// <summary>A key file of the registry holds no key.</summary>
public sealed class KeyUnreadableException(string path)
    : RefusalException($"The file {path} holds no key of a registry. Put it back from your copy.")
{
    public string Path { get; } = path;
}
