using System.Net;

namespace LabQc.Web.Hosting;

/// <summary>Where the door may listen: plain HTTP on loopback only, and a demonstration on loopback only.</summary>
internal static class ListeningAddresses
{
    /// <summary>Refuses addresses over which passwords would travel in the clear, or a demonstration be seen by others.</summary>
    /// <exception cref="UnsafeAddressException">One of the addresses is not safe.</exception>
    public static void Check(IEnumerable<string> addresses, bool demo)
    {
        foreach (var address in addresses)
        {
            var parsed = BindingAddress.Parse(address);
            var loopback = IsLoopback(parsed.Host);
            if (demo && !loopback)
                throw new UnsafeAddressException(address, "a demonstration listens on this machine only, such as http://127.0.0.1:5080.");
            if (!loopback && parsed.Scheme == "http")
                throw new UnsafeAddressException(address, "passwords would travel in the clear. Use https:// with a certificate, or http://127.0.0.1:PORT behind a reverse proxy (see the install guide, src/LabQc.Web/README.md).");
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
