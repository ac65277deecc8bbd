using System.Globalization;
using LabQc.Units;

namespace LabQc.Batches;

/// <summary>The draft was saved (or thrown away) elsewhere since it was read, such as in another window.</summary>
public sealed class FormDraftChangedException(FormDraft? standing)
    : RefusalException(standing is null
        ? "This draft was thrown away or handed in since you opened it, perhaps in another window. What you typed is still on this page."
        : $"This draft was saved at {standing.SavedAt} since you opened it, perhaps in another window. Nothing was overwritten, and what you typed is still on this page.")
{
    /// <summary>The draft as it stands; null where there is none any more.</summary>
    public FormDraft? Standing { get; } = standing;
}

/// <summary>A draft is larger than any form.</summary>
public sealed class FormDraftTooLargeException(long bytes)
    : RefusalException(string.Create(CultureInfo.InvariantCulture,
        $"A draft holds at most {FormDraftStore.MostBytes / 1024} kB; this one has {bytes / 1024.0:0} kB. It was not saved."));
