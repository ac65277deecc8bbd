namespace LabQc.Charts;

/// <summary>What a comparison with a reference set came to.</summary>
public enum TrendVerdict
{
    InTrend,
    OutOfTrend,
    NotJudged,
}
