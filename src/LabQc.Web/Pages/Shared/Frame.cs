using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Web.Hosting;

namespace LabQc.Web.Pages.Shared;

/// <summary>One entry of the bar.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Words">What it is called.</param>
internal sealed record NavigationEntry(string Address, string Words);

/// <summary>What the frame around a page shows: the role's own navigation, and who is signed in.</summary>
internal sealed class Frame(HttpContext context, Laboratory laboratory)
{
    /// <summary>Who is signed in; null on the pages before that.</summary>
    public SignedIn? Me { get; } = context.Features.Get<SignedIn>();

    /// <summary>Whether every page and paper is marked as a demonstration.</summary>
    public bool IsDemonstration => laboratory.IsDemonstration;

    /// <summary>The theme that the person chose; null follows the device.</summary>
    public string? Theme => context.Request.Cookies["labqc-theme"] is "light" or "dark" ? context.Request.Cookies["labqc-theme"] : null;

    /// <summary>Whether single keys act.</summary>
    public bool HasKeys => context.Request.Cookies["labqc-keys"] != "off";

    /// <summary>The laboratory's name.</summary>
    public string Name => laboratory.IsDemonstration ? "Demonstration laboratory"
        : laboratory.IsReady && laboratory.Registry.Identity.Site is var site and not LabRegistry.DefaultSite ? site
        : "Laboratory";

    /// <summary>The zone in which times are shown.</summary>
    public string Zone => laboratory.Zone.BaseUtcOffset == TimeSpan.Zero ? "UTC" : laboratory.Zone.Id;

    /// <summary>The program's version.</summary>
    public static string Version { get; } = typeof(Frame).Assembly.GetName().Version!.ToString(3);

    /// <summary>Where a person's work begins.</summary>
    public string Home => Me is { } me && me.Person.Roles is [Role.Administrator] ? "/people" : Holds(Role.QaManager) && !Holds(Role.Technician) ? "/review" : Holds(Role.Auditor) && Me!.Person.Roles.Count == 1 ? "/audit" : "/";

    /// <summary>The role's own navigation.</summary>
    public IReadOnlyList<NavigationEntry> Entries => [.. All.Where(e => e.Roles.Any(Holds)).Select(e => e.Entry)];

    /// <summary>Whether an entry is where the person is.</summary>
    public bool IsHere(NavigationEntry entry) => entry.Address == "/"
        ? context.Request.Path == "/"
        : context.Request.Path.StartsWithSegments(entry.Address, StringComparison.Ordinal);

    private bool Holds(Role role) => Me?.Person.Roles.Contains(role) == true;

    private static readonly Role[] Laboratory = [Role.Technician, Role.QaManager, Role.Auditor];

    private static readonly IReadOnlyList<(NavigationEntry Entry, Role[] Roles)> All =
    [
        (new("/", "Home"), [Role.Technician]),
        (new("/review", "Review"), [Role.QaManager]),
        (new("/batches", "Lots"), Laboratory),
        (new("/import", "Import"), [Role.Technician]),
        (new("/instruments", "Instruments"), Laboratory),
        (new("/specifications", "Specifications"), [Role.QaManager, Role.Auditor]),
        (new("/reference-sets", "Reference sets"), [Role.QaManager, Role.Auditor]),
        (new("/charts", "Charts"), Laboratory),
        (new("/validation", "Validation"), [Role.QaManager, Role.Auditor]),
        (new("/people", "People"), [Role.Administrator]),
        (new("/sessions", "Sessions"), [Role.Administrator]),
        (new("/settings", "Settings"), [Role.Administrator]),
        (new("/audit", "Audit trail"), [Role.QaManager, Role.Auditor, Role.Administrator]),
        (new("/verify", "Verify"), [Role.Auditor, Role.Administrator]),
        (new("/permissions", "Permissions"), [Role.Auditor, Role.Administrator]),
    ];
}
