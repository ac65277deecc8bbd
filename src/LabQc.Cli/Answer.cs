using LabQc.Units;
using Spectre.Console;

namespace LabQc.Cli;

/// <summary>Results on standard output, messages on standard error.</summary>
internal static class Answer
{
    /// <summary>Where tables go. In a pipe lines are not broken: a script, or a person's pager, gets them whole.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Where messages for people go.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Prints one JSON document in snake_case; a number that is not finite stands as null.</summary>
    public static void Json(object document) => Console.Out.WriteLine(PublishedJson.Text(document));

    /// <summary>A line of the result, as it is: brackets are no mark-up.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>Tells a person something, as it is: brackets in file names are no mark-up.</summary>
    public static void Tell(string message) => Console.Error.WriteLine(message);

    /// <summary>Lines of a result, for people; a null is no line.</summary>
    public static void Lines(params IEnumerable<string?> lines)
    {
        foreach (var line in lines)
        {
            if (line is not null)
                Console.Out.WriteLine(line);
        }
    }

    /// <summary>A table whose cells are texts, not mark-up.</summary>
    public static Table Table(params IEnumerable<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))).NoWrap());
        return table;
    }

    /// <summary>Adds a row of texts.</summary>
    public static void Row(this Table table, params IEnumerable<string?> cells) =>
        table.AddRow([.. cells.Select(c => new Text(c ?? ""))]);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
            console.Profile.Width = 400;
        return console;
    }
}
