namespace LabQc.Review;

/// <summary>One value of a lot's record before and after a change.</summary>
/// <param name="Id">What tells the value from every other of the lot, such as <c>assay.protein</c>.</param>
/// <param name="Field">What it is in words, such as "Protein" or "source.passage".</param>
/// <param name="Before">As it stood; null where nothing did.</param>
/// <param name="After">As it stands from then on; null where nothing does.</param>
public sealed record FieldChange(string Id, string Field, string? Before, string? After);
