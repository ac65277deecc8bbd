using LabQc.Evaluation;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class ConcentrationTest
{
    private static readonly Criterion PerMl = TestLot.Criterion("yield.particles_per_ml", "1e9");

    [Fact]
    public void The_dilution_is_applied_where_it_is_not_in_the_numbers_yet()
    {
        var run = TestLot.Run(100, TestLot.Replicate(concentration: 1e8));

        Assert.Equal(1e10, TestLot.Judge(TestLot.With(TestLot.Measurement("m1", run)), PerMl).Value.Value);
        Assert.Equal(1e8, TestLot.Judge(TestLot.With(TestLot.Measurement("m1", run with { DilutionApplied = true })), PerMl).Value.Value);
    }

    [Fact]
    public void One_dilution_has_the_mean_and_the_scatter_of_its_replicates_from_all_its_files()
    {
        var answer = TestLot.Judge(
            TestLot.With(TestLot.Measurement(
                "m1", TestLot.Run(100, TestLot.Replicate(concentration: 0.9e8)), TestLot.Run(100, TestLot.Replicate(concentration: 1.1e8)))),
            PerMl);

        Assert.Equal(1e10, answer.Value.Value);
        Assert.Equal(1e9, answer.Uncertainty.Run!.Value, 1e-3);
        Assert.Equal(1e9, answer.Uncertainty.Method);
        Assert.Equal(4, answer.Uncertainty.DegreesOfFreedom, 9);
    }

    [Fact]
    public void A_dilution_series_has_the_mean_and_the_scatter_of_its_dilutions()
    {
        // Dilutions of 1.0, 1.1 and 1.2 × 10¹⁰, the first by two replicates: their mean is not the replicates' one.
        var answer = TestLot.Judge(Series(1.0, 1.1, 1.2), PerMl);

        Assert.Equal(1.1e10, answer.Value.Value!.Value, 1);
        Assert.Equal(1e9 / Math.Sqrt(3), answer.Uncertainty.Run!.Value, 1);
    }

    [Fact]
    public void An_unknown_dilution_leaves_concentration_yield_and_purity_missing_and_size_stands()
    {
        var evidence = TestLot.With(TestLot.Measurement(
            "m1", TestLot.Run(100, TestLot.Replicate()), TestLot.Run(null, TestLot.Replicate()))) with
        { Assays = [TestLot.Assay("assay.protein", "400")] };

        foreach (var attribute in new[] { "yield.particles_per_ml", "yield.particles", "yield.particles_per_ml_start", "yield.particles_per_million_cells", "purity.particles_per_ug_protein" })
        {
            var answer = TestLot.Judge(evidence, TestLot.Criterion(attribute, "1"));
            Assert.Equal("missing: the dilution of d0.csv is unknown", answer.Reason);
        }
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(evidence, TestLot.Criterion("size.d50", "30", "150")).Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(double.NaN)]
    public void A_dilution_that_cannot_be_is_an_unknown_one(double factor) =>
        Assert.Equal(CriterionVerdict.Missing, TestLot.Judge(TestLot.With(TestLot.Measurement("m1", TestLot.Run(factor, TestLot.Replicate()))), PerMl).Verdict);

    [Fact]
    public void A_technique_without_concentrations_leaves_the_yield_missing() =>
        Assert.Equal(CriterionVerdict.Missing, TestLot.Judge(TestLot.Of(TestLot.Replicate(concentration: null)), PerMl).Verdict);

    [Fact]
    public void One_replicate_without_a_concentration_leaves_it_inconclusive() =>
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(TestLot.Of(TestLot.Replicate(), TestLot.Replicate(concentration: null)), PerMl).Verdict);

    [Theory]
    [InlineData(1.0, 0.75, 1.25, CriterionVerdict.Conforms)]
    [InlineData(1.0, 0.74, 1.25, CriterionVerdict.Inconclusive)]
    [InlineData(1.0, 0.75, 1.26, CriterionVerdict.Inconclusive)]
    public void Three_dilutions_must_agree_within_a_quarter_of_their_median(double one, double two, double three, CriterionVerdict verdict) =>
        Assert.Equal(verdict, TestLot.Judge(Series(one, two, three), PerMl).Verdict);

    [Fact]
    public void A_specification_may_demand_another_agreement()
    {
        var strict = TestLot.Specification(PerMl) with { DilutionAgreementPercent = EnteredNumber.Parse("5") };

        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(Series(1.0, 1.1, 1.0), strict).Verdict);
    }

    [Fact]
    public void A_disagreeing_series_leaves_the_size_alone_and_names_the_dilution()
    {
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(Series(1, 1, 2), TestLot.Criterion("size.d50", "30", "150")).Verdict);
        Assert.Equal(
            "inconclusive: the dilution series disagrees by more than ±25 % of its median (1000×: 2.00 × 10¹⁰/mL)",
            TestLot.Judge(Series(1, 1, 2), PerMl).Reason);
    }

    [Fact]
    public void Two_dilutions_are_no_series()
    {
        var two = TestLot.With(TestLot.Measurement(
            "m1", TestLot.Run(100, TestLot.Replicate(concentration: 1e8)), TestLot.Run(200, TestLot.Replicate(concentration: 1e8))));
        var answer = TestLot.Judge(two, PerMl);

        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Equal(1.5e10, answer.Value.Value);
    }

    // Dilutions of 100 (two replicates), 300 and 1000 times of a sample with so many times 10¹⁰ particles/mL.
    private static LotEvidence Series(double one, double two, double three) => TestLot.With(TestLot.Measurement(
        "m1",
        TestLot.Run(100, TestLot.Replicate(concentration: one * 1e8), TestLot.Replicate(concentration: one * 1e8)),
        TestLot.Run(250, TestLot.Replicate(concentration: two * 4e7)),
        TestLot.Run(1000, TestLot.Replicate(concentration: three * 1e7))));
}
