using LabQc.Assays;
using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;
using LabQc.Specifications;
using LabQc.Tests.AuditTrail;
using Signature = LabQc.Signatures.Signature;

namespace LabQc.Tests.Review;

/// <summary>A laboratory with people, one product with a specification of three results, and lots of it.</summary>
internal sealed class ReviewedLaboratory : IDisposable
{
    public const string Mira = "mira.okafor";
    public const string Jonas = "jonas.lind";
    public const string Elena = "elena.varga";
    public const string Tomas = "tomas.silva";
    public const string Both = "both.roles";
    public const string Auditor = "ada.audit";
    public const string Administrator = "ad.min";
    public const string Lot = "EV-1";

    private const string Definitions =
        """
        {"products": [{"code": "EV", "version": 1, "name": "EV", "label_name": "EV"}],
         "specifications": [{"product": "EV", "version": 1, "effective_from": "2025-01-01", "title": "EV", "criteria": [
            {"attribute": "assay.protein", "lower": "1", "lower_inclusive": true, "upper": "10", "upper_inclusive": true, "decimals": 1, "rule": "simple"},
            {"attribute": "safety.sterility", "expected": "absent"},
            {"attribute": "safety.endotoxin", "upper": "0.5", "upper_inclusive": false, "decimals": 2, "rule": "simple"}]}]}
        """;

    private readonly TestRegistry _registry = new();

    public ReviewedLaboratory(bool withPeople = true)
    {
        using (var work = _registry.Begin())
        {
            var register = new DefinitionRegister(work);
            register.DefineBuiltIn();
            register.Define(Definitions, "definitions.json");
            work.Commit();
        }
        if (withPeople)
            HirePeople();
    }

    public TestRegistry Registry => _registry;

    public void HirePeople()
    {
        Hire(Mira, "Mira Okafor", Role.Technician);
        Hire(Jonas, "Jonas Lind", Role.Technician);
        Hire(Elena, "Dr Elena Varga", Role.QaManager);
        Hire(Tomas, "Tomas Silva", Role.QaManager);
        Hire(Both, "Bo Th", Role.Technician, Role.QaManager);
        Hire(Auditor, "Ada Audit", Role.Auditor);
        Hire(Administrator, "Ad Min", Role.Administrator);
    }

    public void Hire(string name, string printedName, params Role[] roles) => TestPeople.Hire(_registry, name, printedName, roles);

    public ProvenPerson Prove(string name) => TestPeople.Prove(_registry, name);

    /// <summary>A unit of work of a person, or of somebody declared where nobody has that name.</summary>
    public LabWork As(string name)
    {
        using var look = _registry.Begin();
        return new PeopleStore(look).Find(name) is null ? _registry.Registry.Begin(Actor.Declared(name)) : _registry.Registry.Begin(Prove(name).Actor);
    }

    /// <summary>Does something in a unit of work of a person's own, a minute later, and keeps it.</summary>
    public T Do<T>(string name, Func<LabWork, T> act)
    {
        _registry.Clock.Advance(TimeSpan.FromMinutes(1));
        using var work = As(name);
        var done = act(work);
        work.Commit();
        return done;
    }

    public T Read<T>(Func<LabWork, T> read)
    {
        using var work = _registry.Begin();
        return read(work);
    }

    public BatchLine State(string lot = Lot) => Read(work => new BatchStore(work).State(lot));

    public long Version(string lot = Lot) => State(lot).RowVersion;

    public bool Register(string lot = Lot, string by = Mira) => Do(by, work => new BatchStore(work).Register(Details(lot)));

    public IReadOnlyList<string> Enter(string attribute, string value, string by = Mira, string lot = Lot) =>
        Do(by, work => Bench(work).Enter(lot, [new AssayEntry { Attribute = attribute, EnteredText = value }]));

    public bool Correct(string attribute, string value, string by = Mira, string lot = Lot) => Do(by, work =>
    {
        Bench(work).Correct(lot, attribute, value, "Digits swapped when typed.");
        return true;
    });

    public bool CorrectPassage(string value, string lot = Lot) => Do(Mira, work =>
    {
        var batches = new BatchStore(work);
        batches.Correct(BatchCorrection.Apply(batches.Current(lot).Details, "source.passage", value), batches.State(lot).RowVersion, "Read from the label.");
        return true;
    });

    /// <summary>A lot with all its results by Mira.</summary>
    public void Measured(string lot = Lot, string endotoxin = "< 0.05", string? sterility = "not detected")
    {
        Register(lot);
        Enter("assay.protein", "2.8", Mira, lot);
        Enter("safety.endotoxin", endotoxin, Mira, lot);
        if (sterility is not null)
            Enter("safety.sterility", sterility, Mira, lot);
    }

    public ReviewStep Submit(string lot = Lot, string by = Mira) => Do(by, work => new LotWorkflow(work).Submit(lot, Version(lot)));

    public Signature Verify(string lot = Lot, string by = Jonas) => Do(by, work => new LotWorkflow(work).Verify(lot, Prove(by), Version(lot)));

    public ReviewStep Return(string lot = Lot, string by = Jonas) => Do(by, work => new LotWorkflow(work).Return(lot, "The plate is not attached.", Version(lot)));

    public Signature ReviewTrail(string lot = Lot, string by = Elena) => Do(by, work => new LotWorkflow(work).ReviewAuditTrail(lot, Prove(by)));

    public Decision Release(string lot = Lot, string by = Elena, string? deviation = null) =>
        Do(by, work => new LotWorkflow(work).Release(lot, Prove(by), "All in order.", deviation, Version(lot)));

    public Decision Reject(string lot = Lot, string by = Elena) => Do(by, work => new LotWorkflow(work).Reject(lot, Prove(by), "Not used.", Version(lot)));

    public Signature Recall(string lot = Lot, string by = Elena) => Do(by, work => new LotWorkflow(work).Recall(lot, Prove(by), "A complaint.", Version(lot)));

    public ReviewStep Hold(string lot = Lot, string by = Elena) => Do(by, work => new LotWorkflow(work).Hold(lot, "Freezer alarm.", Version(lot)));

    public ReviewStep LiftHold(string lot = Lot, string by = Elena) => Do(by, work => new LotWorkflow(work).LiftHold(lot, "It never thawed.", Version(lot)));

    /// <summary>A lot that waits for nothing but its decision.</summary>
    public void ReadyForRelease(string lot = Lot)
    {
        Measured(lot);
        Submit(lot);
        Verify(lot);
        ReviewTrail(lot);
    }

    public IReadOnlyList<Blocker> Blockers(string? decider = Elena, string lot = Lot) =>
        Read(work => ReleaseBlockers.Of(work, lot, decider is null ? null : new PeopleStore(work).Find(decider)));

    public IReadOnlyList<Signature> Signatures(string lot = Lot) => Read(work => new SignatureStore(work).OfLot(lot));

    public void Dispose() => _registry.Dispose();

    public static BatchDetails Details(string lot) => BatchForm.Read(
        $$"""
        {"lot": "{{lot}}", "product": "EV", "isolation_method": "precipitation", "isolated_on": "2026-03-02",
         "source": {"kind": "cell-culture", "material": "conditioned medium", "passage": "4"},
         "method_parameters": {"reagent": "PEG 6000", "percent": "10"},
         "volumes": [{"step": "final", "volume_ml": "1"}]}
        """, "batch");

    private static AssayBench Bench(LabWork work) => new(work, new DefinitionRegister(work).Read());
}
