using LabQc.Assays;
using LabQc.People;
using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>What waits at the bench.</summary>
public sealed class BenchTasksTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_lot_goes_from_unmeasured_over_missing_results_to_ready()
    {
        _lab.Register();
        Assert.Equal(BenchTaskKind.Unmeasured, Assert.Single(Tasks(Mira)).Kind);

        Enter("assay.protein", "2.8");
        var missing = Assert.Single(Tasks(Mira));
        Assert.Equal((BenchTaskKind.ResultsMissing, 2), (missing.Kind, missing.About.Count));

        Enter("safety.sterility", "absent");
        Enter("safety.endotoxin", "0.9");
        var ready = Assert.Single(Tasks(Mira));
        Assert.Equal(BenchTaskKind.ReadyToSubmit, ready.Kind);
        Assert.Equal(["safety.endotoxin"], ready.About);
    }

    [Fact]
    public void A_submitted_lot_waits_for_another_person_and_not_for_who_worked_on_it()
    {
        _lab.Measured();
        _lab.Submit();

        Assert.Empty(Tasks(Mira));
        var task = Assert.Single(Tasks(Jonas));
        Assert.Equal((BenchTaskKind.ToVerify, "Mira Okafor"), (task.Kind, task.By));
    }

    [Fact]
    public void A_returned_lot_waits_with_its_reason_until_it_is_submitted_again()
    {
        _lab.Measured();
        _lab.Submit();
        _lab.Return();

        var task = Assert.Single(Tasks(Mira));
        Assert.Equal((BenchTaskKind.Returned, "Jonas Lind", "The plate is not attached."), (task.Kind, task.By, task.Reason));

        _lab.Submit();
        Assert.Empty(Tasks(Mira));
    }

    [Fact]
    public void A_decided_lot_waits_for_nobody()
    {
        _lab.ReadyForRelease();
        _lab.Release();

        Assert.Empty(Tasks(Mira));
        Assert.Empty(Tasks(Jonas));
    }

    [Fact]
    public void What_waits_longest_comes_first()
    {
        _lab.Register("EV-2");
        _lab.Register("EV-1");

        Assert.Equal(["EV-2", "EV-1"], Tasks(Mira).Select(t => t.LotNumber));
    }

    private IReadOnlyList<BenchTask> Tasks(string person) => _lab.Read(work => BenchTasks.Of(work, new PeopleStore(work).Find(person)!));

    private void Enter(string attribute, string text) =>
        _lab.Do(Mira, work => new LotBench(work).EnterResults(Lot, [new AssayEntry { Attribute = attribute, EnteredText = text }]));
}
