using LabQc.Evaluation;
using LabQc.Methods;
using LabQc.Units;

namespace LabQc.Tests.Evaluation;

public sealed class CalculatedValueTest
{
    private static readonly LotEvidence Lot = TestLot.Of(TestLot.Replicate(concentration: 0.9e8), TestLot.Replicate(concentration: 1.1e8));

    [Theory]
    [InlineData("yield.particles", 2e10)]
    [InlineData("yield.particles_per_ml_start", 4e7)]
    [InlineData("yield.particles_per_million_cells", 5e7)]
    public void Yields_come_from_the_concentration_and_the_record_of_the_batch(string attribute, double value)
    {
        // 10¹⁰/mL in 2 mL from 500 mL and 4 × 10⁸ cells.
        var answer = TestLot.Judge(Lot, TestLot.Criterion(attribute, "1"));

        Assert.Equal(value, answer.Value.Value!.Value, value * 1e-12);
        Assert.Equal(value * 0.1, answer.Uncertainty.Run!.Value, value * 1e-12);
    }

    [Fact]
    public void What_the_record_lacks_leaves_the_yield_missing()
    {
        Assert.Equal(
            "missing: the final volume is not recorded",
            TestLot.Judge(Lot with { FinalVolumeMl = null }, TestLot.Criterion("yield.particles", "1")).Reason);
        Assert.Equal(
            CriterionVerdict.Missing,
            TestLot.Judge(Lot with { CellsAtHarvest = null }, TestLot.Criterion("yield.particles_per_million_cells", "1")).Verdict);
        Assert.Equal(
            CriterionVerdict.Missing,
            TestLot.Judge(Lot with { StartVolumeMl = null }, TestLot.Criterion("yield.particles_per_ml_start", "1")).Verdict);
        Assert.Equal(CriterionVerdict.Conforms, TestLot.Judge(Lot with { FinalVolumeMl = null }, TestLot.Criterion("yield.particles_per_ml", "1")).Verdict);
    }

    [Fact]
    public void A_volume_or_number_of_cells_of_0_is_never_divided_by()
    {
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(Lot with { StartVolumeMl = 0 }, TestLot.Criterion("yield.particles_per_ml_start", "1")).Verdict);
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(Lot with { CellsAtHarvest = 0 }, TestLot.Criterion("yield.particles_per_million_cells", "1")).Verdict);
    }

    [Fact]
    public void Purity_is_particles_per_protein_and_its_scatter_is_unknown_with_the_proteins()
    {
        var answer = Purity("400", "2e7");

        Assert.Equal(2.5e7, answer.Value.Value!.Value, 1e-3);
        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Null(answer.Uncertainty.Run);
    }

    [Fact]
    public void Relative_scatter_adds_in_quadrature()
    {
        var protein = TestLot.Assay("assay.protein", "400") with { Replicates = [EnteredNumber.Parse("360"), EnteredNumber.Parse("440")] };
        var answer = TestLot.Judge(Lot with { Assays = [protein] }, TestLot.Criterion("purity.particles_per_ug_protein", "1"));

        // 10 % of the concentration and 10 % of the protein, one degree of freedom each: 14.1 % with two of them.
        Assert.Equal(2.5e7 * Math.Sqrt(0.02), answer.Uncertainty.Run!.Value, 1e-3);
        Assert.Equal(2, answer.Uncertainty.DegreesOfFreedom, 9);
    }

    [Theory]
    [InlineData("<400", "2e7", CriterionVerdict.Conforms)]
    [InlineData("<400", "3e7", CriterionVerdict.Inconclusive)]
    [InlineData(">400", "2e7", CriterionVerdict.Inconclusive)]
    [InlineData(">400", "2.5e7", CriterionVerdict.DoesNotConform)]
    public void Less_protein_means_more_particles_per_protein(string protein, string lower, CriterionVerdict verdict) =>
        Assert.Equal(verdict, Purity(protein, lower).Verdict);

    [Fact]
    public void Protein_that_was_not_detected_bounds_the_purity_by_its_detection_limit()
    {
        var bca = new MethodVersion { Code = "bca", Version = 1, Name = "BCA", GeneralDetectionLimit = EnteredNumber.Parse("20") };
        var evidence = Lot with { Assays = [TestLot.Assay("assay.protein", "not detected", bca.Reference)] };
        var criterion = TestLot.Criterion("purity.particles_per_ug_protein", "4e8");

        var answer = Evaluate.Lot(evidence, TestLot.Specification(criterion), [.. TestLot.Methods, bca]).Criteria[0];

        Assert.Equal(CriterionVerdict.Conforms, answer.Verdict);
        Assert.Equal(Qualifier.GreaterThan, answer.Value.Qualifier);
        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(evidence, criterion).Verdict);
    }

    [Fact]
    public void Nothing_is_divided_by_0_protein() => Assert.Equal(CriterionVerdict.Inconclusive, Purity("0", "1").Verdict);

    [Fact]
    public void Without_protein_or_measurement_the_purity_is_missing()
    {
        Assert.Equal("missing: there is no result of assay.protein", TestLot.Judge(Lot, TestLot.Criterion("purity.particles_per_ug_protein", "1")).Reason);
        Assert.Equal(
            "missing: there is no measurement",
            TestLot.Judge(TestLot.Assayed("assay.protein", "400"), TestLot.Criterion("purity.particles_per_ug_protein", "1")).Reason);
    }

    [Fact]
    public void Two_protein_results_without_a_plan_leave_the_purity_inconclusive_too()
    {
        var evidence = Lot with { Assays = [TestLot.Assay("assay.protein", "400"), TestLot.Assay("assay.protein", "410")] };

        Assert.Equal(CriterionVerdict.Inconclusive, TestLot.Judge(evidence, TestLot.Criterion("purity.particles_per_ug_protein", "1")).Verdict);
    }

    private static CriterionAnswer Purity(string protein, string lower) =>
        TestLot.Judge(Lot with { Assays = [TestLot.Assay("assay.protein", protein)] }, TestLot.Criterion("purity.particles_per_ug_protein", lower));
}
