using System.Text;
using LabQc.Units;

namespace LabQc.AuditTrail;

/// <summary>
/// A checkpoint as a file of two lines: the payload (canonical JSON, which holds no line end), and its signature in base64.
/// </summary>
/// <remarks>
/// Somebody who has only the file and OpenSSL checks it so:
/// <code>
/// sed -n 1p checkpoint | tr -d '\n' > payload
/// sed -n 2p checkpoint | base64 -d > sig.bin
/// python3 -c 'import json; print(json.load(open("payload"))["public_key"])' > pub.pem
/// openssl dgst -sha256 -verify pub.pem -signature sig.bin payload
/// </code>
/// The public key is also what <c>labqc init</c> put into the registry; whoever keeps checkpoints compares it with the first one.
/// </remarks>
public static class CheckpointFile
{
    /// <summary>The file's text.</summary>
    public static string Text(SignedCheckpoint checkpoint) =>
        $"{Encoding.UTF8.GetString(checkpoint.Payload)}\n{Convert.ToBase64String(checkpoint.Signature)}\n";

    /// <summary>Writes a file; one that is there already is not replaced.</summary>
    /// <exception cref="CheckpointRefusedException">There is such a file already.</exception>
    public static void Write(string path, SignedCheckpoint checkpoint)
    {
        if (File.Exists(path))
            throw new CheckpointRefusedException($"there is a file {path} already, and an old checkpoint is worth keeping. Name another one");
        File.WriteAllText(path, Text(checkpoint));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="CheckpointUnreadableException">It is missing, or holds no checkpoint.</exception>
    public static SignedCheckpoint Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointUnreadableException(path, unreadable.Message.TrimEnd('.'));
        }
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="name">What the file is called, for the message.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="CheckpointUnreadableException">It holds no checkpoint.</exception>
    public static SignedCheckpoint Parse(string name, string text)
    {
        try
        {
            var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            return lines is [var payload, var signature]
                ? new SignedCheckpoint(Encoding.UTF8.GetBytes(payload), Convert.FromBase64String(signature))
                : throw new FormatException("it has not the two lines of one");
        }
        catch (FormatException unreadable)
        {
            throw new CheckpointUnreadableException(name, unreadable.Message.TrimEnd('.'));
        }
    }
}

/// <summary>A file holds no checkpoint.</summary>
public sealed class CheckpointUnreadableException(string path, string why)
    : RefusalException($"The file {path} cannot be read as a checkpoint: {why}.")
{
    public string Path { get; } = path;
}
