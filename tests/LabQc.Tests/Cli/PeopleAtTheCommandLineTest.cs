using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;

namespace LabQc.Tests.Cli;

public sealed class PeopleAtTheCommandLineTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";
    private const string TechnicianPassword = "seven grey pipettes";
    private const string QaPassword = "the cold room hums";
    private readonly Labqc _labqc = new();

    public PeopleAtTheCommandLineTest()
    {
        _labqc.Done("init");
        _labqc.Done("define", SampleBatchFolder.File("definitions.json"));
        Hire();
    }

    public void Dispose() => _labqc.Dispose();

    [Fact]
    public void Once_there_are_people_a_command_that_writes_asks_who_acts_and_obeys_the_permission_table()
    {
        var form = SampleBatchFolder.File(Lot, "batch.json");

        var nobody = _labqc.Run("register", form);
        Assert.Equal(1, nobody.ExitCode);
        Assert.Contains("needs to know who acts", nobody.Error, StringComparison.Ordinal);

        var wrong = _labqc.RunTyping("not the password\n", "register", form, "--as", "mira.okafor");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("The name or the password is wrong", wrong.Error, StringComparison.Ordinal);

        var notAllowed = _labqc.RunTyping(QaPassword + "\n", "register", form, "--as", "elena.varga");
        Assert.Equal(1, notAllowed.ExitCode);
        Assert.Contains("Register a batch: this is for Technician", notAllowed.Error, StringComparison.Ordinal);
        Assert.Equal(0, _labqc.Done("list", "--json").Json.GetProperty("batches").GetArrayLength());

        Assert.Equal(0, _labqc.RunTyping(TechnicianPassword + "\n", "register", form, "--as", "mira.okafor").ExitCode);
        Assert.Equal(Lot, _labqc.Done("list", "--json").Json.GetProperty("batches")[0].GetProperty("lot").GetString());
        _labqc.Done("verify");
    }

    [Fact]
    public void A_decision_is_signed_with_the_password_of_a_QA_manager_or_not_made()
    {
        Measured();

        var technician = Decide(TechnicianPassword, "rejected", "mira.okafor");
        Assert.Equal(1, technician.ExitCode);
        Assert.Contains("this is for QA manager", technician.Error, StringComparison.Ordinal);

        var early = Decide(QaPassword, "released", "elena.varga");
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("not while the lot is testing", early.Error, StringComparison.Ordinal);

        var rejected = Decide(QaPassword, "rejected", "elena.varga");
        Assert.Equal(0, rejected.ExitCode);
        Assert.Equal("signed", rejected.Json.GetProperty("standing").GetString());
        Assert.Equal("Elena Varga", rejected.Json.GetProperty("decided_by").GetString());
        _labqc.Done("verify");
    }

    [Fact]
    public void A_token_from_the_environment_stands_for_its_person_and_what_never_asks_still_does_not()
    {
        Measured();

        var corrected = _labqc.RunWith("LABQC_TOKEN", Token(), "correct", Lot, "operator", "Mira Okafor", "--reason", "the form named nobody");
        Assert.True(corrected.ExitCode == 0, corrected.Error);
        Assert.Equal(1, _labqc.RunWith("LABQC_TOKEN", "labqc_none", "correct", Lot, "operator", "X", "--reason", "no").ExitCode);
        foreach (var command in (string[])["evaluate", "consistency", "show"])
            Assert.Contains(_labqc.Run(command, Lot).ExitCode, new[] { 0, 1 });
        _labqc.Done("verify");
    }

    [Fact]
    public void No_file_is_imported_into_a_lot_that_has_been_submitted()
    {
        Measured();
        var registry = Registry;
        using (var work = registry.Begin(Actor.OfPerson("Mira Okafor", "mira.okafor", Proofs.Password)))
        {
            new LotWorkflow(work).Submit(Lot, new BatchStore(work).State(Lot).RowVersion);
            work.Commit();
        }

        var late = _labqc.RunTyping(TechnicianPassword + "\n", "import", SampleBatchFolder.File("MSC-UC-2411B", "MSC-UC-2411B_-ExperimentSummary.csv"), "--lot", Lot, "--as", "mira.okafor", "--json");

        Assert.Equal(1, late.ExitCode);
        Assert.Contains("not while the lot is submitted", late.Output + late.Error, StringComparison.Ordinal);
        Assert.Equal("submitted", _labqc.Done("list", "--json").Json.GetProperty("batches")[0].GetProperty("work_state").GetString());
        _labqc.Done("verify");
    }

    private LabqcRun Decide(string password, string disposition, string name) =>
        _labqc.RunTyping(password + "\n", "disposition", Lot, disposition, "--reason", "For the test.", "--as", name, "--json");

    private void Measured()
    {
        string[][] commands =
        [
            ["register", SampleBatchFolder.File(Lot, "batch.json")],
            ["import", SampleBatchFolder.File(Lot, "manifest.csv")],
            ["assay", Lot, "--file", SampleBatchFolder.File(Lot, "assays.csv")],
        ];
        foreach (var command in commands)
        {
            var run = _labqc.RunTyping(TechnicianPassword + "\n", [.. command, "--as", "mira.okafor"]);
            Assert.True(run.ExitCode == 0, run.Error);
        }
    }

    private LabRegistry Registry => LabRegistry.Open(_labqc.Data, _labqc.Keys, TimeProvider.System);

    private void Hire()
    {
        var registry = Registry;
        using (var first = registry.Begin(Actor.OfAccount()))
        {
            new Accounts(first).CreateFirstAdministrator("ada.brandt", "Ada Brandt", "a ladder of blue tubes");
            first.Commit();
        }
        Admit(registry, "mira.okafor", "Mira Okafor", Role.Technician, TechnicianPassword);
        Admit(registry, "elena.varga", "Elena Varga", Role.QaManager, QaPassword);
    }

    private static void Admit(LabRegistry registry, string name, string printedName, Role role, string password)
    {
        using var work = registry.Begin(Actor.OfPerson("Ada Brandt", "ada.brandt", Proofs.Password));
        var invitation = new Accounts(work).Invite(name, printedName, [role], "Ada Brandt, by passport");
        work.Commit();
        new SignIn(registry, TimeProvider.System).Activate(invitation.Code, password, acceptsStatement: true);
    }

    private string Token()
    {
        var registry = Registry;
        var proven = new SignIn(registry, TimeProvider.System).Prove("mira.okafor", TechnicianPassword, oneTimeCode: null, ProofPurpose.OwnAccount);
        using var work = registry.Begin(proven.Actor);
        var made = new Accounts(work).MakeToken(proven, "the importer's", days: 1);
        work.Commit();
        return made.Token;
    }
}
