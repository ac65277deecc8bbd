using System.Globalization;
using LabQc.People;
using LabQc.Units;
using LabQc.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LabQc.Web.Pages.Shared;

/// <summary>A page on which something is signed: it asks for the password again, and for the one-time code of who uses one.</summary>
internal abstract class SigningPage : LabPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? OneTimeCode { get; set; }

    /// <summary>Whether the signer uses one-time codes.</summary>
    public bool AsksCode => Me.Person.HasOneTimeCodes;

    /// <summary>Printed name and roles of the signer.</summary>
    public string Who => $"{Me.Person.PrintedName}, {string.Join(" and ", Me.Person.Roles.Select(r => r.Title()))}";

    /// <summary>When it is signed: the page's time, with its zone.</summary>
    public string When
    {
        get
        {
            var here = TimeZoneInfo.ConvertTime(Lab.Clock.GetUtcNow(), Lab.Zone);
            return $"{here.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {TimeView.Zone(here.Offset)}";
        }
    }

    /// <summary>Proves who signs. Failures are counted; whatever else was typed stays on the page.</summary>
    /// <exception cref="FormException">Password or code is missing or wrong; the message says how many attempts are left.</exception>
    protected ProvenPerson Prove()
    {
        if (string.IsNullOrEmpty(Password))
            throw At(nameof(Password), "Give your password: it is your signature.");
        try
        {
            return Lab.SignIn.Prove(Me.Person.Name, Password, string.IsNullOrWhiteSpace(OneTimeCode) ? null : OneTimeCode.Trim(), ProofPurpose.Signing);
        }
        catch (OneTimeCodeNeededException needed)
        {
            throw At(nameof(OneTimeCode), needed.Message);
        }
        catch (SignInRefusedException refused)
        {
            throw At(refused.Message.Contains("code", StringComparison.Ordinal) && AsksCode ? nameof(OneTimeCode) : nameof(Password), refused.Message);
        }
    }

    /// <summary>A refusal beside the field that it is about.</summary>
    protected static FormException At(string field, string message) => new("The signature", [new FormProblem(field, message)]);
}
