using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Demonstration;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Review;
using LabQc.Signatures;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.Review;

/// <summary>Measurements are declared invalid by signature.</summary>
public sealed class MeasurementInvalidationTest : IDisposable
{
    private const string Lot = "MSC-UC-2411A";
    private readonly TestRegistry _registry = new();

    public MeasurementInvalidationTest()
    {
        using (var work = _registry.Begin())
        {
            DemonstrationRegistry.Define(work, Samples);
            DemonstrationRegistry.Take(work, SampleLot.All(Samples).Single(s => s.Details.Lot == Lot));
            work.Commit();
        }
        TestPeople.Hire(_registry, "mira.okafor", "Mira Okafor", [Role.Technician]);
        TestPeople.Hire(_registry, "elena.varga", "Elena Varga", [Role.QaManager]);
    }

    private static string Samples => ProjectFile.Of("sample-batches");

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void It_is_signed_over_the_measurement_and_sends_a_submitted_lot_back_to_the_bench()
    {
        As("mira.okafor", (work, _) => new LotWorkflow(work).Submit(Lot, Version(work)));

        var signature = As("elena.varga", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, "The cell leaked.", Version(work)));

        using var reading = _registry.Begin();
        Assert.Equal(("The cell leaked.", "Elena Varga"), (Measured(reading).Invalidation!.Cause, Measured(reading).Invalidation!.RecordedBy));
        Assert.Equal(("measurement-invalidation", Lot, "rejected"), (signature.SubjectKind, signature.LotNumber, signature.Meaning));
        Assert.Equal(MeasurementInvalidation.Statement("M1"), signature.Statement);
        Assert.Equal("testing", new BatchStore(reading).State(Lot).WorkState);
        var entry = Assert.Single(LotTimeline.Of(reading, Lot), e => e.Kind == TimelineKind.Invalidated);
        Assert.Equal((true, signature.Id), (entry.SentBack, entry.SignatureId));
        Assert.Empty(SignatureCheck.Run(reading));
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void It_is_refused_without_a_cause_a_second_time_to_other_roles_and_to_who_read_an_older_lot()
    {
        Assert.Throws<StepRefusedException>(() => As("elena.varga", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, " ", Version(work))));
        Assert.Throws<NotPermittedException>(() => As("mira.okafor", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, "Mine.", Version(work))));
        Assert.Throws<BatchChangedException>(() => As("elena.varga", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, "Late.", Version(work) - 1)));
        As("elena.varga", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, "The cell leaked.", Version(work)));
        Assert.Throws<StepRefusedException>(() => As("elena.varga", (work, proof) => new MeasurementInvalidation(work).Sign(Measured(work).Row, proof, "Again.", Version(work))));
    }

    private static Measurement Measured(LabWork work) => new MeasurementStore(work).OfLot(Lot)[0];

    private static long Version(LabWork work) => new BatchStore(work).State(Lot).RowVersion;

    private T As<T>(string name, Func<LabWork, ProvenPerson, T> act)
    {
        var proof = TestPeople.Prove(_registry, name);
        using var work = _registry.Registry.Begin(proof.Actor);
        var done = act(work, proof);
        work.Commit();
        return done;
    }
}
