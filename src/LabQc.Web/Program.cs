using LabQc.Units;
using LabQc.Web.Hosting;

namespace LabQc.Web;

/// <summary>The door for browsers. <c>--demo</c> starts it on the sample batches.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            using var app = LabHost.Build(args);
            app.Run();
            return 0;
        }
        catch (RefusalException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
        catch (Exception unreadable) when ((unreadable is FileNotFoundException or InvalidDataException) && args.Any(a => a.StartsWith("--settings", StringComparison.Ordinal)))
        {
            Console.Error.WriteLine($"The settings cannot be read: {unreadable.Message}");
            return 1;
        }
        catch (IOException unavailable) when (unavailable.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"{unavailable.Message} Name another address with --urls http://127.0.0.1:PORT.");
            return 1;
        }
    }
}
