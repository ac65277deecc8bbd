namespace LabQc.Web.Hosting;

/// <summary>What a supervisor asks: does the process live, and can people work?</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app, Laboratory laboratory)
    {
        app.Map("/health/live", branch => branch.Run(context => Say(context, StatusCodes.Status200OK, "live")));
        app.Map("/health/ready", branch => branch.Run(context => laboratory.IsReady
            ? Say(context, StatusCodes.Status200OK, "ready")
            : Say(context, StatusCodes.Status503ServiceUnavailable, laboratory.Progress)));
    }

    /// <summary>Until the registry is open, every page says what is being done and asks again by itself.</summary>
    public static void UseWaiting(this WebApplication app, Laboratory laboratory) => app.Use(async (context, next) =>
    {
        if (laboratory.IsReady)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        context.Response.Headers["Refresh"] = "2";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(WaitingPage.Html(laboratory.Progress));
    });

    private static async Task Say(HttpContext context, int status, string word)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(word);
    }
}

/// <summary>The page that is shown while the registry is opened: it needs nothing of the registry.</summary>
internal static class WaitingPage
{
    public static string Html(string progress) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>LabQc is starting</title><link rel="stylesheet" href="/labqc.css"></head>
        <body><main class="waiting"><h1>LabQc is starting</h1><p role="status">{System.Net.WebUtility.HtmlEncode(progress)}</p>
        <p class="muted">This page opens by itself.</p></main></body></html>
        """;
}
