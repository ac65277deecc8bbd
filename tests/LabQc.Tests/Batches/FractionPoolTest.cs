using LabQc.Batches;

namespace LabQc.Tests.Batches;

public sealed class FractionPoolTest
{
    [Theory]
    [InlineData(new[] { 7, 8, 9, 10 }, "7-10")]
    [InlineData(new[] { 12, 7, 9, 8, 8 }, "7-9, 12")]
    [InlineData(new[] { 3 }, "3")]
    [InlineData(new int[0], "")]
    public void A_pool_is_written_in_runs(int[] fractions, string pool) => Assert.Equal(pool, FractionPool.Write(fractions));

    [Theory]
    [InlineData("7-10", new[] { 7, 8, 9, 10 })]
    [InlineData(" 7 – 9 , 12", new[] { 7, 8, 9, 12 })]
    [InlineData("7,8,8", new[] { 7, 8 })]
    [InlineData("10-7", new[] { 10 })]
    public void Runs_are_read_back(string pool, int[] fractions) => Assert.Equal(fractions, FractionPool.Read(pool));

    [Theory]
    [InlineData("")]
    [InlineData("pool A")]
    [InlineData("7-")]
    [InlineData("7-9-12")]
    public void Another_statement_is_no_list_of_fractions(string pool) => Assert.Null(FractionPool.Read(pool));
}
