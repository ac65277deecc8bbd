using LabQc.People;

namespace LabQc.Web.Pages.People;

/// <summary>The address at which an invited person sets the own password.</summary>
internal static class InvitationLink
{
    public static string Of(HttpRequest request, Invitation invitation) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}/activate/{Uri.EscapeDataString(invitation.Code)}";
}

/// <summary>What a role is for, in a phrase.</summary>
internal static class RoleNotes
{
    public static string Of(Role role) => role switch
    {
        Role.Technician => "registers batches, measures, enters results",
        Role.QaManager => "decides with a signature; takes effect when another QA manager confirms it",
        Role.Auditor => "reads everything, changes nothing",
        Role.Administrator => "keeps accounts and settings; holds no other role",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
