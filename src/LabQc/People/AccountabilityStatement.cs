namespace LabQc.People;

/// <summary>
/// What a person accepts once before their first signature (21 CFR 11.10(j): people are held accountable for what is done under
/// their signatures). Changing the text takes a new version, which everybody accepts anew.
/// </summary>
public static class AccountabilityStatement
{
    /// <summary>The version in force.</summary>
    public const int Version = 1;

    /// <summary>The text in force.</summary>
    public const string Text =
        "My electronic signature in LabQc means the same as my signature on paper. I alone use my account: I tell nobody my "
        + "password, my one-time codes or my tokens, and I sign only what I have looked at. I answer for everything that is "
        + "done under my name, and if I think that somebody else could act under it, I say so at once.";
}
