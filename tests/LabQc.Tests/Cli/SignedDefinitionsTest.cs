using LabQc.AuditTrail;
using LabQc.People;

namespace LabQc.Tests.Cli;

/// <summary>What comes in only by signature once there are people, at the command line.</summary>
public sealed class SignedDefinitionsTest : IDisposable
{
    private const string TechnicianPassword = "seven grey pipettes";
    private const string QaPassword = "the cold room hums";
    private readonly Labqc _labqc = HistoryForms.Registry();

    public SignedDefinitionsTest()
    {
        _labqc.Done("import-history", _labqc.Scratch("past.csv", HistoryForms.Table(9)));
        var registry = LabRegistry.Open(_labqc.Data, _labqc.Keys, TimeProvider.System);
        using (var first = registry.Begin(Actor.OfAccount()))
        {
            new Accounts(first).CreateFirstAdministrator("ada.brandt", "Ada Brandt", "a ladder of blue tubes");
            first.Commit();
        }
        Admit(registry, "mira.okafor", "Mira Okafor", Role.Technician, TechnicianPassword);
        Admit(registry, "elena.varga", "Elena Varga", Role.QaManager, QaPassword);
    }

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void A_file_brings_products_still_but_no_new_specification()
    {
        var product = _labqc.Scratch("q.json", """{"products":[{"code":"PLT-EV","version":1,"name":"Platelet small EV"}]}""");
        var specification = _labqc.Scratch("s.json", """{"specifications":[{"product":"MSC-EV","version":1,"effective_from":"2025-01-01","criteria":[{"attribute":"safety.sterility","expected":"absent"}]}]}""");

        Assert.Equal(0, _labqc.RunTyping(QaPassword + "\n", "define", product, "--as", "elena.varga").ExitCode);
        var refused = _labqc.RunTyping(QaPassword + "\n", "define", specification, "--as", "elena.varga");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("drafted and approved by signature, in the pages", refused.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_set_is_frozen_with_the_password_of_a_QA_manager_or_not_at_all()
    {
        string[] freeze = ["reference-set", "freeze", "steady", .. Enumerable.Range(1, 9).Select(k => $"H00{k}"), "--reason", "qualification"];

        Assert.Equal(1, _labqc.Run(freeze).ExitCode);
        Assert.Equal(1, _labqc.RunTyping(TechnicianPassword + "\n", [.. freeze, "--as", "mira.okafor"]).ExitCode);
        Assert.Equal(0, _labqc.Done("reference-set", "show", "--json").Json.GetProperty("reference_sets").GetArrayLength());
        Assert.Equal(0, _labqc.RunTyping(QaPassword + "\n", [.. freeze, "--as", "elena.varga"]).ExitCode);

        var set = _labqc.Done("reference-set", "show", "--json").Json.GetProperty("reference_sets")[0];
        Assert.Equal("Elena Varga", set.GetProperty("frozen_by").GetString());
        _labqc.Done("verify");
    }

    private static void Admit(LabRegistry registry, string name, string printedName, Role role, string password)
    {
        using var work = registry.Begin(Actor.OfPerson("Ada Brandt", "ada.brandt", Proofs.Password));
        var invitation = new Accounts(work).Invite(name, printedName, [role], "Ada Brandt, by passport");
        work.Commit();
        new SignIn(registry, TimeProvider.System).Activate(invitation.Code, password, acceptsStatement: true);
    }
}
