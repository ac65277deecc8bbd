using Spectre.Console;

namespace LabQc.Cli;

/// <summary>Shows how far long work has come: a bar on a terminal, nothing in a pipe.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work that reports its progress.</summary>
    /// <param name="work">The work; what it is given takes its reports.</param>
    /// <param name="place">Of a report, the words for its stage, how much is done and how much there is (0: not known).</param>
    public static TResult Show<TReport, TResult>(
        Func<IProgress<TReport>?, TResult> work, Func<TReport, (string Stage, long Done, long Total)> place)
    {
        if (Console.IsErrorRedirected)
            return work(null);
        return Answer.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new Spectre.Console.ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(display => work(new Bar<TReport>(display, place)));
    }

    /// <summary>Does something for each item, and reports each.</summary>
    public static void Over<T>(string stage, IReadOnlyList<T> items, Action<T> step) =>
        Show<int, int>(
            progress =>
            {
                for (var i = 0; i < items.Count; i++)
                {
                    step(items[i]);
                    progress?.Report(i + 1);
                }
                return items.Count;
            },
            done => (stage, done, items.Count));

    /// <summary>Unlike <see cref="Progress{T}"/> it reports on the worker's own thread, in order.</summary>
    private sealed class Bar<TReport>(ProgressContext display, Func<TReport, (string Stage, long Done, long Total)> place) : IProgress<TReport>
    {
        private ProgressTask? _task;

        public void Report(TReport value)
        {
            var (stage, done, total) = place(value);
            if (_task?.Description != stage)
            {
                _task?.StopTask();
                _task = display.AddTask(Markup.Escape(stage));
            }
            _task.IsIndeterminate = total == 0;
            _task.MaxValue = Math.Max(total, 1);
            _task.Value = done;
        }
    }
}
