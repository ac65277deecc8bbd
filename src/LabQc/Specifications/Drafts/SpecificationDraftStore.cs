using LabQc.AuditTrail;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>Drafts of specifications. Each saving is kept and stands in the trail; what judges lots is only an approved version.</summary>
public sealed class SpecificationDraftStore(LabWork work)
{
    private const string Select =
        """
        SELECT d.code,
               d.draft,
               d.version,
               d.product,
               d.market,
               d.based_on,
               d.state,
               d.content,
               d.note,
               d.saved_at,
               d.saved_by
          FROM specification_draft d
        """;

    /// <summary>Begins a draft: from a version that stands, or empty. Does not commit.</summary>
    /// <param name="product">The product.</param>
    /// <param name="market">The market; null for the product's own specification.</param>
    /// <param name="from">The specification whose fields it begins with; null: none.</param>
    /// <param name="note">What is to change and why.</param>
    /// <exception cref="SpecificationDraftExistsException">One is open already.</exception>
    /// <exception cref="FormException">There is no such product, or the market's name cannot be.</exception>
    public SpecificationDraft Begin(string product, string? market, Specification? from, string note)
    {
        work.Session.BeginWriting();
        CheckNames(product, market);
        var code = Specification.CodeOf(product, market);
        if (Open(code) is { } standing)
            throw new SpecificationDraftExistsException(standing);
        var content = from is null ? new SpecificationForm() : SpecificationForm.Of(from);
        return Insert("specification-draft.begun", new SpecificationDraft
        {
            Code = code,
            Draft = (Versions(code) is [.., var last] ? last.Draft : 0) + 1,
            Version = 1,
            Product = product,
            Market = market,
            BasedOn = from?.Code == code ? from.Version : null,
            State = "open",
            Content = content.Write(),
            Note = note.Trim(),
            SavedAt = work.Trail.Now(),
            SavedBy = work.Actor.Name,
        }, reason: null);
    }

    /// <summary>Saves a draft's fields, however unfinished. Does not commit.</summary>
    /// <exception cref="SpecificationDraftMissingException">None is open.</exception>
    /// <exception cref="SpecificationDraftChangedException">It was changed since <paramref name="readVersion"/>.</exception>
    public SpecificationDraft Save(string code, SpecificationForm form, string note, long readVersion)
    {
        var standing = Standing(code, readVersion);
        return Insert("specification-draft.saved", Next(standing, "open") with { Content = form.Write(), Note = note.Trim() }, reason: null);
    }

    /// <summary>Discards a draft, with a reason; what was saved stays readable. Does not commit.</summary>
    /// <exception cref="SpecificationDraftMissingException">None is open.</exception>
    /// <exception cref="SpecificationDraftChangedException">It was changed since <paramref name="readVersion"/>.</exception>
    public void Discard(string code, string reason, long readVersion) =>
        Insert("specification-draft.discarded", Next(Standing(code, readVersion), "discarded"), reason);

    /// <summary>The open draft of a code, or null.</summary>
    public SpecificationDraft? Open(string code) => Versions(code) is [.., { IsOpen: true } open] ? open : null;

    /// <summary>All open drafts, by code.</summary>
    public IReadOnlyList<SpecificationDraft> Open() =>
        work.Session.Query<SpecificationDraft>(
            $"""
            {Select}
             WHERE d.site = @site
               AND d.state = 'open'
               AND NOT EXISTS (SELECT 1
                                 FROM specification_draft n
                                WHERE n.site = d.site
                                  AND n.code = d.code
                                  AND (n.draft > d.draft OR (n.draft = d.draft AND n.version > d.version)))
             ORDER BY d.code
            """,
            new { site = work.Site });

    /// <summary>All savings of all drafts of a code, oldest first.</summary>
    public IReadOnlyList<SpecificationDraft> Versions(string code) =>
        work.Session.Query<SpecificationDraft>(
            $"{Select} WHERE d.site = @site AND d.code = @code ORDER BY d.draft, d.version",
            new { site = work.Site, code });

    /// <summary>The open draft at the version read; takes the writer's place.</summary>
    internal SpecificationDraft Standing(string code, long readVersion)
    {
        work.Session.BeginWriting();
        var newest = Versions(code) is [.., var last] ? last : throw new SpecificationDraftMissingException(code);
        return newest.IsOpen && newest.Version == readVersion ? newest : throw new SpecificationDraftChangedException(newest);
    }

    internal SpecificationDraft Next(SpecificationDraft standing, string state) => standing with
    {
        Version = standing.Version + 1,
        State = state,
        SavedAt = work.Trail.Now(),
        SavedBy = work.Actor.Name,
    };

    internal RecordKey Key(SpecificationDraft draft) => new("specification_draft", work.Site, draft.Code, draft.Draft, draft.Version);

    /// <summary>Writes a version of a draft. Runs inside the caller's audit record, which names <see cref="Key"/> among its rows.</summary>
    internal void Write(SpecificationDraft draft) =>
        work.Session.Execute(
            """
            INSERT INTO specification_draft
                   (site, code, draft, version, product, market, based_on, state, content, note, saved_at, saved_by)
            VALUES (@site, @Code, @Draft, @Version, @Product, @Market, @BasedOn, @State, @Content, @Note, @SavedAt, @SavedBy)
            """,
            new
            {
                site = work.Site,
                draft.Code,
                draft.Draft,
                draft.Version,
                draft.Product,
                draft.Market,
                draft.BasedOn,
                draft.State,
                draft.Content,
                draft.Note,
                draft.SavedAt,
                draft.SavedBy,
            });

    private SpecificationDraft Insert(string action, SpecificationDraft draft, string? reason)
    {
        work.Trail.Record(action, lot: null, reason, [Key(draft)], () => Write(draft));
        return draft;
    }

    private void CheckNames(string product, string? market)
    {
        var problems = new List<FormProblem>();
        if (new VersionedDefinitions(work, "product").Versions(product).Count == 0)
            problems.Add(new("product", $"no product \"{product}\" is defined"));
        if (market is not null && !SpecificationReader.IsMarket(market))
            problems.Add(new("market", $"\"{market}\" is no name of a market; use letters, digits and hyphens, as in \"US\""));
        if (problems.Count > 0)
            throw new FormException("The draft", problems);
    }
}
