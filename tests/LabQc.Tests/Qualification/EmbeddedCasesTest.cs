using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

public sealed class EmbeddedCasesTest
{
    private static readonly QualificationResult Result = QualificationRun.Run(EmbeddedCases.Read(), StatisticsFunctions.All);

    [Fact]
    public void Every_case_that_the_program_carries_holds()
    {
        Assert.Empty(Result.Broken);
        Assert.Empty(Result.Comparisons.Where(c => !c.Passed).Select(c => $"{c.Topic}.{c.Function} {c.Name} {c.Key}: {c.Expected} {c.Computed} {c.Problem}"));
        Assert.True(Result.Ok);
    }

    [Fact]
    public void Every_function_of_the_statistics_room_has_a_case() =>
        Assert.Equal(
            StatisticsFunctions.All.Keys.Order(StringComparer.Ordinal),
            Result.Sets.SelectMany(s => s.Set.Cases).Select(c => c.Function).Distinct().Order(StringComparer.Ordinal));
}
