using System.Text.RegularExpressions;

namespace LabQc.Tests.House;

public sealed partial class HouseTest
{
    private static readonly HousePlan Plan = HousePlan.Read(File.ReadAllText(ProjectFile.Of("src/README.md")));

    private static readonly IReadOnlyList<CompiledType> Types =
    [
        .. CompiledType.Of(typeof(LabQc.AuditTrail.Trail).Assembly.Location),
        .. CompiledType.Of(typeof(LabQc.Cli.ExitCode).Assembly.Location),
        .. CompiledType.Of(WebDoor),
    ];

    /// <summary>The program of the door for browsers, built beside these tests in the same configuration.</summary>
    private static string WebDoor
    {
        get
        {
            var built = new DirectoryInfo(AppContext.BaseDirectory);
            return ProjectFile.Of($"src/LabQc.Web/bin/{built.Parent!.Name}/{built.Name}/LabQc.Web.dll");
        }
    }

    [Fact]
    public void The_plan_names_all_rooms_on_disk_and_no_others()
    {
        var rooms = Folders("src/LabQc").ToList();
        var doors = Folders("src").Where(f => f != "LabQc").ToList();

        Assert.Equal(rooms.Concat(doors).Order(), Plan.Rooms.Order());
        Assert.Equal(rooms.Order(), Plan.Described.Order());
        Nothing(Plan.Mistakes);
    }

    [Fact]
    public void Every_room_has_types_and_every_type_a_room()
    {
        Assert.All(Plan.Rooms.Concat(Plan.Pure), room => Assert.NotEmpty(House.Of(Types, room)));
        Assert.Equal(Types.Count, Plan.Rooms.Sum(room => House.Of(Types, room).Count()));
    }

    [Fact]
    public void Tests_are_kept_under_the_names_of_rooms() =>
        Nothing(Folders("tests/LabQc.Tests").Except([.. Plan.Rooms, "Cli", "House", "SampleBatches"]));

    [Fact]
    public void No_room_imports_upward_or_on_its_own_floor_what_is_not_listed() =>
        Nothing(House.ForbiddenImports(Plan, Types));

    [Fact]
    public void Packages_stay_in_their_rooms() =>
        Nothing(House.ForbiddenPackages(Plan, Types));

    [Fact]
    public void Pure_rooms_touch_no_database_file_clock_console_or_random_source() =>
        Nothing(Plan.Pure.SelectMany(room => House.Impurities(House.Of(Types, room))));

    [Fact]
    public void SQL_stands_only_in_stores_and_in_the_Database_room() =>
        Nothing(Sources("src").Where(file => !file.EndsWith("Store.cs", StringComparison.Ordinal) && !file.Contains("/LabQc/Database/", StringComparison.Ordinal))
            .Where(file => Sql().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void The_visible_top_level_is_what_a_visitor_needs()
    {
        string[] tools = ["Directory.Build.props", "Directory.Packages.props", "global.json"];
        var ignored = File.ReadAllLines(ProjectFile.Of(".gitignore")).Select(line => line.Trim('/')).ToHashSet(StringComparer.Ordinal);
        var visible = new DirectoryInfo(ProjectFile.Root).EnumerateFileSystemInfos().Select(entry => entry.Name)
            .Where(name => !name.StartsWith('.') && !ignored.Contains(name)).Except(tools);

        Assert.Equal(["LICENSE", "LabQc.sln", "README.md", "sample-batches", "schema", "src", "tests"], visible.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_has_a_name_that_says_nothing()
    {
        var names = Types.Select(t => t.Name.Split('.')[^1])
            .Concat(Sources("src").Concat(Sources("tests")).SelectMany(file => Path.GetRelativePath(ProjectFile.Root, file).Split('/', '.')));

        Nothing(names.Where(name => SaysNothing().IsMatch(name)).Distinct());
    }

    [Fact]
    public void No_file_of_code_is_over_400_lines() =>
        Nothing(Sources("src").Concat(Sources("tests")).Where(file => File.ReadLines(file).Count() > 400));

    [Fact]
    public void The_house_test_can_fail()
    {
        var upsideDown = HousePlan.Read(
            """
            | 0 numbers | AuditTrail, LabQc.Cli | | LabQc.Cli: Dapper |
            | 1 store | Database | | |
            | 2 rest | ROOMS | | |
            """.Replace("ROOMS", string.Join(", ", Plan.Rooms.Except(["AuditTrail", "LabQc.Cli", "Database"])), StringComparison.Ordinal));

        Assert.Contains(House.ForbiddenImports(upsideDown, Types), v => v.EndsWith("AuditTrail may not import Database", StringComparison.Ordinal));
        Assert.Contains(House.ForbiddenImports(upsideDown, Types), v => v.StartsWith("LabQc.Cli.VerifyCommand imports LabQc.AuditTrail.", StringComparison.Ordinal));
        Assert.Contains("LabQc.Database.PreparedStatements uses Dapper", House.ForbiddenPackages(upsideDown, Types));
        Assert.Contains(House.Impurities(House.Of(Types, "AuditTrail")), i => i == "LabQc.AuditTrail.CheckpointFile touches System.IO.File");
        Assert.Contains(House.Impurities(House.Of(Types, "AuditTrail")), i => i.StartsWith("LabQc.AuditTrail.LabRegistry touches System.Guid::NewGuid", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_itself_can_be_wrong()
    {
        var plan = HousePlan.Read("| 3 x | Batches, Misspelt | Batches to Elsewhere | Nowhere: Dapper |\n- **Batches**: lots\n");

        Assert.Equal(["Batches to Elsewhere", "Nowhere"], plan.Mistakes);
        Assert.Equal(["Batches"], plan.Described);
        Assert.False(plan.MayImport("Batches", "Misspelt"));
        Assert.False(plan.MayImport("Batches", "Unheard"));
        Assert.Empty(House.Of(Types, "Misspelt"));
    }

    [Theory]
    [InlineData("BatchHelpers", true)]
    [InlineData("Common", true)]
    [InlineData("ServiceLocator", true)]
    [InlineData("ServicedInstrument", false)]
    [InlineData("Uncommon", false)]
    public void A_name_that_says_nothing_is_known_by_its_words(string name, bool saysNothing) =>
        Assert.Equal(saysNothing, SaysNothing().IsMatch(name));

    /// <summary>Fails with everything that was found, one a line.</summary>
    private static void Nothing(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found));

    private static IEnumerable<string> Folders(string path) =>
        Directory.EnumerateDirectories(ProjectFile.Of(path)).Select(f => Path.GetFileName(f)).Where(f => f is not ("bin" or "obj"));

    private static IEnumerable<string> Sources(string path) =>
        Directory.EnumerateFiles(ProjectFile.Of(path), "*.cs", SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE FROM|PRAGMA) ")]
    private static partial Regex Sql();

    [GeneratedRegex("(^|[a-z0-9])(Common|Helpers?|Util(s|ity|ities)?|Services?|Managers?)($|[A-Z])")]
    private static partial Regex SaysNothing();
}
