namespace LabQc.Web.Access;

/// <summary>The cookie that carries a session's token: to this server only, never to scripts, over HTTPS bound to the host.</summary>
internal static class SessionCookie
{
    private const string Plain = "labqc-session";
    private const string Bound = "__Host-labqc-session";

    /// <summary>The token that a request brings, or null.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    /// <summary>Gives the browser a token. It lasts as long as the browser is open; how long the session lasts the server decides.</summary>
    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name(context), token, Options(context));

    /// <summary>Takes the token back.</summary>
    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    /// <summary>A cookie that only remembers a choice of looks, such as the theme.</summary>
    public static CookieOptions Lasting(HttpContext context)
    {
        var options = Options(context);
        options.MaxAge = TimeSpan.FromDays(365);
        return options;
    }

    // The prefix __Host- makes a browser refuse the cookie unless it is Secure, for the whole host and of no other host.
    private static string Name(HttpContext context) => context.Request.IsHttps ? Bound : Plain;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
