using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Tests.AuditTrail;
using LabQc.Units;

namespace LabQc.Tests.Batches;

public sealed class FormDraftTest : IDisposable
{
    private static readonly Actor Mira = Actor.Declared("Mira Okafor");
    private static readonly Actor Jonas = Actor.Declared("Jonas Lind");
    private readonly TestRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void A_draft_outlives_the_browser_and_is_gone_on_with_where_it_was_left()
    {
        var key = FormDraftStore.NewKey();
        Do(Mira, drafts => drafts.Save(FormDraftKind.Registration, key, """{"passage": "9"}""", 0));
        _registry.Clock.Advance(TimeSpan.FromDays(1));
        _registry.Reopen();

        var found = Do(Mira, drafts => drafts.Find(FormDraftKind.Registration, key));

        Assert.Equal(("""{"passage": "9"}""", 1L, "2026-03-02T09:15:00.0000000Z"), (found!.Content, found.RowVersion, found.SavedAt));
        Assert.Equal(key, Assert.Single(Do(Mira, drafts => drafts.List())).Key);
    }

    [Fact]
    public void Nobody_sees_or_discards_the_draft_of_another_person()
    {
        Do(Mira, drafts => drafts.Save(FormDraftKind.Results, "EV-1", "{}", 0));

        Assert.Null(Do(Jonas, drafts => drafts.Find(FormDraftKind.Results, "EV-1")));
        Assert.Empty(Do(Jonas, drafts => drafts.List()));
        Assert.False(Do(Jonas, drafts => drafts.Discard(FormDraftKind.Results, "EV-1")));
        Assert.Equal(1, Do(Jonas, drafts => drafts.Save(FormDraftKind.Results, "EV-1", """{"own": ""}""", 0)).RowVersion);
        Assert.Equal("{}", Do(Mira, drafts => drafts.Find(FormDraftKind.Results, "EV-1"))!.Content);
    }

    [Fact]
    public void The_second_of_two_windows_is_shown_what_the_first_one_saved()
    {
        Do(Mira, drafts => drafts.Save(FormDraftKind.Results, "EV-1", """{"a": "1"}""", 0));
        Do(Mira, drafts => drafts.Save(FormDraftKind.Results, "EV-1", """{"a": "2"}""", 1));

        var late = Assert.Throws<FormDraftChangedException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Results, "EV-1", """{"a": "3"}""", 1)));
        var anew = Assert.Throws<FormDraftChangedException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Results, "EV-1", """{"a": "3"}""", 0)));

        Assert.Equal("""{"a": "2"}""", late.Standing!.Content);
        Assert.Equal(2, anew.Standing!.RowVersion);
        Assert.Equal("""{"a": "2"}""", Do(Mira, drafts => drafts.Find(FormDraftKind.Results, "EV-1"))!.Content);
    }

    [Fact]
    public void A_draft_that_was_discarded_is_not_saved_over()
    {
        Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "a", "{}", 0));

        Assert.True(Do(Mira, drafts => drafts.Discard(FormDraftKind.Import, "a")));
        Assert.Null(Assert.Throws<FormDraftChangedException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "a", "{}", 1))).Standing);
    }

    [Fact]
    public void A_draft_holds_at_most_256_kB()
    {
        string Of(int bytes) => $$"""{"x":"{{new string('x', bytes - 8)}}"}""";

        Assert.Equal(1, Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "a", Of(FormDraftStore.MostBytes), 0)).RowVersion);
        Assert.Throws<FormDraftTooLargeException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "b", Of(FormDraftStore.MostBytes + 1), 0)));
        Assert.Throws<FormDraftTooLargeException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "b", Of(FormDraftStore.MostBytes - 10).Replace('x', 'µ'), 0)));
    }

    [Theory]
    [InlineData("a", "[1]")]
    [InlineData("a", "{")]
    [InlineData(" ", "{}")]
    public void A_draft_is_one_object_with_a_key(string key, string content) =>
        Assert.Throws<FormException>(() => Do(Mira, drafts => drafts.Save(FormDraftKind.Import, key, content, 0)));

    [Fact]
    public void Drafts_are_no_record_no_event_tells_of_them_and_the_registry_stays_intact()
    {
        var before = _registry.Events().Count;
        Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "a", "{}", 0));
        Do(Mira, drafts => drafts.Save(FormDraftKind.Import, "a", "{}", 1));

        Assert.Equal(before, _registry.Events().Count);
        Assert.True(_registry.Verify().Ok);
    }

    private T Do<T>(Actor actor, Func<FormDraftStore, T> act)
    {
        using var work = _registry.Registry.Begin(actor);
        var done = act(new FormDraftStore(work));
        work.Commit();
        return done;
    }
}
