using CsCheck;
using LabQc.Units;
using static LabQc.Tests.Review.ReviewedLaboratory;

namespace LabQc.Tests.Review;

/// <summary>Whatever people do in whatever order, a lot is released only after all steps in order.</summary>
public sealed class RandomWalkTest
{
    private static readonly string[] People = [Mira, Jonas, Elena, Tomas, Both, Auditor, Administrator];
    private static readonly string[] Acts = ["submit", "submit", "verify", "verify", "review", "review", "release", "release", "return", "correct", "hold", "lift", "recall", "reject"];

    [Fact]
    public void No_lot_is_released_without_submission_verification_and_review_in_order()
    {
        var released = 0;
        Gen.Select(Gen.Bool, Gen.Int[0, Acts.Length - 1], Gen.Int[0, People.Length - 1]).Array[20, 40].Sample(walk =>
        {
            using var lab = new ReviewedLaboratory();
            lab.Measured();
            var done = new List<string>();
            foreach (var (isForward, random, somebody) in walk)
            {
                var (act, who) = isForward ? Forward(done) : (Acts[random], People[somebody]);
                if (Took(lab, act, who, done.Count))
                    done.Add(act);
            }
            if (done.Contains("release"))
                released++;
            return HoldsOrder(lab, done);
        }, iter: 25, threads: 1);
        Assert.True(released > 0, "No walk released a lot, so the walks say nothing.");
    }

    /// <summary>What leads to a release by the people who may do it; at random alone hardly a walk would get there.</summary>
    private static (string Act, string Who) Forward(List<string> done) =>
        (done.FindLast(d => d is "submit" or "verify" or "return" or "correct"), done.LastOrDefault()) switch
        {
            ("submit", _) => ("verify", Jonas),
            ("verify", "verify") => ("review", Elena),
            ("verify", _) => ("release", Elena),
            _ => ("submit", Mira),
        };

    private static bool Took(ReviewedLaboratory lab, string act, string who, int number)
    {
        try
        {
            _ = act switch
            {
                "submit" => (object)lab.Submit(by: who),
                "verify" => lab.Verify(by: who),
                "review" => lab.ReviewTrail(by: who),
                "release" => lab.Release(by: who),
                "return" => lab.Return(by: who),
                "correct" => lab.Correct("assay.protein", $"2.{number}", Mira),
                "hold" => lab.Hold(by: who),
                "lift" => lab.LiftHold(by: who),
                "recall" => lab.Recall(by: who),
                _ => lab.Reject(by: who),
            };
            return true;
        }
        catch (RefusalException)
        {
            return false;
        }
    }

    /// <summary>Looks at the acts alone, not at what LabQc made of them.</summary>
    private static bool HoldsOrder(ReviewedLaboratory lab, List<string> done)
    {
        var at = done.IndexOf("release");
        if (at < 0)
            return lab.State().Disposition is "quarantined" or "rejected";
        var lastChange = done.FindLastIndex(at, d => d is "correct" or "return");
        var submitted = done.FindLastIndex(at, d => d == "submit");
        var verified = done.FindLastIndex(at, d => d == "verify");
        var reviewed = done.FindLastIndex(at, d => d == "review");
        var isHeld = done.FindLastIndex(at, d => d == "hold") > done.FindLastIndex(at, d => d == "lift");
        return lastChange < submitted && submitted < verified && verified < at && reviewed > lastChange && reviewed >= 0 && !isHeld
            && done.Count(d => d is "release" or "reject") == 1;
    }
}
