using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.Tests.AuditTrail;

namespace LabQc.Tests.Measurements;

public sealed class StagedFileTest : IDisposable
{
    private static readonly Actor Mira = Actor.Declared("Mira Okafor");
    private static readonly Actor Jonas = Actor.Declared("Jonas Lind");
    private readonly TestRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void An_uploaded_file_waits_with_what_was_said_about_it()
    {
        var staged = Do(Mira, files => files.Stage("a.csv", [1, 2], new StagedOptions { Lot = "EV-1", Dilution = " 1000 " }));
        _registry.Reopen();

        var found = Assert.Single(Do(Mira, files => files.List()));

        Assert.Equal(("a.csv", 2L, "EV-1", "1000"), (found.FileName, found.Size, found.Options.Lot, found.Options.Dilution));
        Assert.Equal([1, 2], Do(Mira, files => files.Content(staged.Sha256)));
        Assert.Single(_registry.Events());
        Assert.True(_registry.Verify().Ok);
    }

    [Fact]
    public void Another_persons_files_are_not_there()
    {
        var staged = Do(Mira, files => files.Stage("a.csv", [1]));

        Assert.Empty(Do(Jonas, files => files.List()));
        Assert.Throws<StagedFileMissingException>(() => Do(Jonas, files => files.Content(staged.Sha256)));
        Assert.False(Do(Jonas, files => files.Discard(staged.Sha256)));
    }

    [Fact]
    public void The_same_file_twice_waits_once()
    {
        Do(Mira, files => files.Stage("a.csv", [1], new StagedOptions { Lot = "EV-1" }));

        Assert.Equal(("a.csv", "EV-1"), Do(Mira, files => files.Stage("b.csv", [1])) is var s ? (s.FileName, s.Options.Lot) : default);
    }

    [Fact]
    public void The_second_of_two_windows_overwrites_nothing()
    {
        var staged = Do(Mira, files => files.Stage("a.csv", [1]));
        Do(Mira, files => files.Describe(staged.Sha256, new StagedOptions { Dilution = "500" }, 1));

        var late = Assert.Throws<StagedFileChangedException>(() => Do(Mira, files => files.Describe(staged.Sha256, new StagedOptions { Dilution = "100" }, 1)));

        Assert.Equal(("500", 2L), (late.Standing.Options.Dilution, late.Standing.RowVersion));
    }

    [Fact]
    public void A_file_is_dropped_after_14_days()
    {
        Do(Mira, files => files.Stage("old.csv", [1]));
        _registry.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Single(Do(Mira, files => files.List()));

        _registry.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(Do(Mira, files => files.List()));
        Do(Jonas, files => files.Stage("new.csv", [2]));
        Assert.Equal(["new.csv"], _registry.Read<string>("SELECT file_name FROM staged_file"));
    }

    [Fact]
    public void A_file_or_all_of_a_persons_files_can_be_too_large()
    {
        Assert.Throws<StagedFileTooLargeException>(() => Do(Mira, files => files.Stage("a.csv", new byte[StagedFileStore.MostBytesOfFile + 1])));
        for (byte i = 0; i < 8; i++)
        {
            var content = new byte[StagedFileStore.MostBytesOfFile];
            content[0] = i;
            Do(Mira, files => files.Stage($"{i}.csv", content));
        }

        Assert.Contains("together", Assert.Throws<StagedFileTooLargeException>(() => Do(Mira, files => files.Stage("one more.csv", [9]))).Message, StringComparison.Ordinal);
        Assert.Equal("of another.csv", Do(Jonas, files => files.Stage("of another.csv", [9])).FileName);
    }

    [Theory]
    [InlineData("C:\\fakepath\\a.csv", "a.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb.csv", "ab.csv")]
    [InlineData("folder/", "file")]
    public void A_files_name_is_a_name_and_no_path(string sent, string kept) =>
        Assert.Equal(kept, Do(Mira, files => files.Stage(sent, [1])).FileName);

    private T Do<T>(Actor actor, Func<StagedFileStore, T> act)
    {
        using var work = _registry.Registry.Begin(actor);
        var done = act(new StagedFileStore(work));
        work.Commit();
        return done;
    }
}
