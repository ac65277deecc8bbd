namespace LabQc.Web.Pages.Batches;

/// <summary>Run rules in words.</summary>
internal static class RuleWords
{
    /// <summary>Nelson's rules by their short names, the moving range as MR.</summary>
    public static string Of(string rule) => rule switch
    {
        "N1" => "beyond 3 SD",
        "N2" => "nine in a row on one side of the centre",
        "N3" => "six in a row rising or falling",
        "N4" => "fourteen in a row alternating",
        "N5" => "two of three beyond 2 SD",
        "N6" => "four of five beyond 1 SD",
        "N7" => "fifteen in a row within 1 SD",
        "N8" => "eight in a row beyond 1 SD",
        "MR" => "moving range above its limit",
        _ => rule,
    };
}
