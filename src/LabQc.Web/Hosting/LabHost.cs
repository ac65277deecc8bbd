using System.Threading.RateLimiting;
using LabQc.Web.Access;
using LabQc.Web.Downloads;
using LabQc.Web.Safety;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.FileProviders;

namespace LabQc.Web.Hosting;

/// <summary>Puts the door together.</summary>
internal static class LabHost
{
    /// <summary>The largest upload, in bytes: one drop of instrument files.</summary>
    public const long LargestUpload = 256L * 1024 * 1024;

    /// <summary>The largest instrument file, in bytes.</summary>
    public const long LargestFile = 32L * 1024 * 1024;

    /// <summary>The policy that slows down guessing of passwords.</summary>
    public const string SignInRate = "sign-in";

    /// <summary>The policy that slows down uploads.</summary>
    public const string UploadRate = "upload";

    /// <summary>Builds the application for a command line.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = WithValues(args),
            ApplicationName = typeof(LabHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Environment.WebRootFileProvider = new EmbeddedFileProvider(typeof(LabHost).Assembly, "wwwroot");
        Configure(builder);
        var app = builder.Build();
        Pipeline(app);
        return app;
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        if (builder.Configuration["settings"] is { Length: > 0 } settings)
            builder.Configuration.AddJsonFile(Path.GetFullPath(settings), optional: false);
        var options = LaboratoryOptions.Read(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["Kestrel:Endpoints:Https:Url"]))
            builder.WebHost.UseUrls(LaboratoryOptions.DefaultAddress);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns at every start that the keys of forms lie unencrypted; the folder's mode is their protection, as of all keys.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Laboratory>();
        services.AddSingleton<VerificationRuns>();
        services.AddHostedService<Opening>();
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestUpload;
            form.ValueCountLimit = 4096;
        });
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(GateFilter))));
        services.AddScoped<GateFilter>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "labqc-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(notes =>
        {
            notes.Cookie.Name = "labqc-note";
            notes.Cookie.SameSite = SameSiteMode.Strict;
            notes.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("LabQc")
            .PersistKeysToFileSystem(OwnFolder(Path.Combine(options.Keys, "forms")));
        services.AddAuthentication(SessionAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(limits => Limit(limits, options));
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>A folder that only this account can read.</summary>
    private static DirectoryInfo OwnFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void Limit(RateLimiterOptions limits, LaboratoryOptions options)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = async (rejected, stopping) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync("Too many attempts. Wait a minute and try again; nothing was changed.", stopping);
        };
        limits.AddPolicy(SignInRate, context => context.Request.Method == HttpMethods.Post
            ? Window(context.Connection.RemoteIpAddress?.ToString() ?? "unknown", options.SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter("reading"));
        limits.AddPolicy(UploadRate, context => context.Request.Method == HttpMethods.Post
            ? Window(context.User.Identity?.Name ?? "unknown", options.UploadsPerMinute)
            : RateLimitPartition.GetNoLimiter("reading"));
    }

    private static RateLimitPartition<string> Window(string key, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    private static void Pipeline(WebApplication app)
    {
        var laboratory = app.Services.GetRequiredService<Laboratory>();
        app.UseForwardedHeaders();
        app.UseSafetyHeaders();
        app.UseFailurePages();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapHealth(laboratory);
        app.UseWaiting(laboratory);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapDownloads();
        app.MapFallback("/api/{**rest}", () => Results.Json(new { error = "There is no such address." }, statusCode: StatusCodes.Status404NotFound))
            .WithMetadata(new AsksAttribute(People.LabAction.ReadRecords));
        app.MapFallbackToPage("/NotFound").WithMetadata(new AsksAttribute(People.LabAction.KeepOwnAccount));
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine($"LabQc listens on {string.Join(", ", app.Urls)}"));
        ListeningAddresses.Check(Addresses(app), laboratory.HoldsDemonstration());
    }

    private static IEnumerable<string> Addresses(WebApplication app) =>
    [
        .. (app.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    /// <summary>A switch such as <c>--demo</c> stands for itself; configuration wants a value behind it.</summary>
    private static string[] WithValues(string[] args) => [.. args.Select(arg => arg == "--demo" ? "--demo=true" : arg)];
}
