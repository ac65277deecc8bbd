using LabQc.Review;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>Who worked on a lot does not judge it, whatever roles they hold.</summary>
public sealed class FourEyesTest : IDisposable
{
    private readonly ReviewedLaboratory _lab = new();

    public FourEyesTest()
    {
        _lab.Measured();
        _lab.Correct("assay.protein", "3.1", Both);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Who_entered_a_result_does_not_verify()
    {
        _lab.Submit();

        var refused = Assert.Throws<FourEyesException>(() => _lab.Verify(by: Mira));

        Assert.Contains("registered the batch", refused.Did);
        Assert.Contains("entered assay.protein", refused.Did);
        Assert.Contains("Mira Okafor", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_submitted_does_not_verify_the_submission()
    {
        _lab.Submit(by: Jonas);

        Assert.Equal(["gave the submission"], Assert.Throws<FourEyesException>(() => _lab.Verify(by: Jonas)).Did);
        _lab.Verify(by: Elena);
    }

    [Fact]
    public void A_QA_manager_who_corrected_one_result_neither_verifies_reviews_decides_nor_recalls()
    {
        _lab.Submit();
        Assert.Equal(["corrected assay.protein"], Assert.Throws<FourEyesException>(() => _lab.Verify(by: Both)).Did);
        _lab.Verify();
        Assert.Throws<FourEyesException>(() => _lab.ReviewTrail(by: Both));
        _lab.ReviewTrail();
        Assert.Throws<FourEyesException>(() => _lab.Release(by: Both));
        Assert.Throws<FourEyesException>(() => _lab.Reject(by: Both));
        _lab.Release();
        Assert.Throws<FourEyesException>(() => _lab.Recall(by: Both));
    }

    [Fact]
    public void The_verifier_may_decide()
    {
        _lab.Submit();
        _lab.Verify(by: Elena);
        _lab.ReviewTrail(by: Elena);

        Assert.Equal("released", _lab.Release(by: Elena).Disposition);
    }

    [Fact]
    public void A_blocker_tells_the_viewer_what_they_did()
    {
        Assert.Contains(_lab.Blockers(Both), b => b is { Kind: BlockerKind.OwnWork, Detail: "corrected assay.protein" });
        Assert.DoesNotContain(_lab.Blockers(Elena), b => b.Kind == BlockerKind.OwnWork);
        Assert.Contains(_lab.Blockers(Auditor), b => b.Kind == BlockerKind.NotPermitted);
    }
}
