using Bogus;

namespace LabQc.SampleBatches.Lots;

/// <summary>The people of the laboratory, invented once, and which of them did what on which lot.</summary>
internal static class Staff
{
    private const int People = 6;

    private static readonly string[] Names = Invented();

    /// <summary>The person who isolated, measured or assayed a lot.</summary>
    public static string Name(LotPlan plan, string task) => Names[plan.Stream($"who {task}").Whole(0, People - 1)];

    /// <summary>As people sign on an instrument's computer: first letter and family name without what is no letter.</summary>
    public static string Initials(LotPlan plan, string task)
    {
        var parts = Name(plan, task).Split(' ');
        return parts[0][..1] + string.Concat(parts[^1].Where(char.IsAsciiLetter));
    }

    private static string[] Invented()
    {
        var faker = new Faker("en") { Random = new Randomizer(20241101) };
        return [.. Enumerable.Range(0, People).Select(_ => $"{faker.Name.FirstName()} {faker.Name.LastName()}")];
    }
}
