using System.Security.Cryptography;
using LabQc.Batches;
using LabQc.Units;

namespace LabQc.Web.Safety;

/// <summary>What went wrong, as a person may see it: a reference for the administrator, never a stack.</summary>
/// <param name="Title">What did not happen.</param>
/// <param name="Message">What was changed, and what to do.</param>
/// <param name="Reference">The reference under which the log has the rest; null where the person can mend it alone.</param>
internal sealed record Failure(string Title, string Message, string? Reference)
{
    /// <summary>Whether the address named something that is not there.</summary>
    public bool IsMissing { get; init; }
}

/// <summary>Turns what was thrown into a page.</summary>
internal static partial class Failures
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/failed", AllowStatusCode404Response = true });
    }

    /// <summary>The failure that an exception is.</summary>
    public static Failure Of(Exception? thrown, ILogger log, string where)
    {
        switch (thrown)
        {
            case BatchMissingException missing:
                return new Failure($"There is no lot {missing.Lot}", "Nothing was changed. Look for it among the lots, or scan its label again.", null) { IsMissing = true };
            case RefusalException refused:
                return new Failure("This was refused", refused.Message, null);
            default:
                var reference = $"LQ-{RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4)}-{RandomNumberGenerator.GetString("23456789", 4)}";
                LogFailure(log, reference, where, thrown);
                return new Failure("Something failed", "What you asked for was not done, and no half of it was kept. Try it again; if it fails twice, give the reference to your administrator.", reference);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference}: {Where} failed.")]
    private static partial void LogFailure(ILogger log, string reference, string where, Exception? thrown);
}
