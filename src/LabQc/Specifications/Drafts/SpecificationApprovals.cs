using System.Globalization;
using LabQc.AuditTrail;
using LabQc.People;
using LabQc.Signatures;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>Turns drafts into versions of specifications, by signature.</summary>
public sealed class SpecificationApprovals(LabWork work)
{
    /// <summary>The sentence that is signed.</summary>
    public const string Statement = "I approve this specification: lots isolated from its effective date on are judged by it.";

    private readonly SpecificationDraftStore _drafts = new(work);
    private readonly SpecificationApprovalStore _approvals = new(work);

    /// <summary>What the open draft of a code would become: the next version, or the problems of its fields.</summary>
    /// <exception cref="SpecificationDraftMissingException">None is open.</exception>
    public SpecificationReading Read(string code, DateOnly effectiveFrom)
    {
        var draft = _drafts.Open(code) ?? throw new SpecificationDraftMissingException(code);
        var known = new DefinitionRegister(work).Read();
        return Check(draft, effectiveFrom, known);
    }

    /// <summary>The open draft of a code beside the version that is the newest now; null where its fields have problems still.</summary>
    /// <exception cref="SpecificationDraftMissingException">None is open.</exception>
    public SpecificationComparison? Compare(string code, DateOnly effectiveFrom) =>
        Read(code, effectiveFrom).Specification is { } next ? SpecificationComparison.Of(Newest(new DefinitionRegister(work).Read(), code), next) : null;

    /// <summary>The first day from which the next version of a code can be in force; any day where it has no version yet.</summary>
    public DateOnly EarliestDay(string code) => EarliestDay(Newest(new DefinitionRegister(work).Read(), code));

    /// <summary>SHA-256 of what would be signed with a day: the same bytes that <see cref="Approve"/> signs while nothing is changed.</summary>
    /// <exception cref="SpecificationDraftMissingException">None is open.</exception>
    /// <exception cref="FormException">The draft's fields have problems still.</exception>
    public string DossierSha256(string code, DateOnly effectiveFrom)
    {
        var draft = _drafts.Open(code) ?? throw new SpecificationDraftMissingException(code);
        var known = new DefinitionRegister(work).Read();
        var reading = Check(draft, effectiveFrom, known);
        var next = reading.Specification ?? throw new FormException($"The draft of {code}", reading.Problems);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Dossier(draft, next, Newest(known, code))));
    }

    /// <summary>Approves the open draft of a code: it becomes the next version, in force from a day on. Does not commit.</summary>
    /// <param name="signer">The person, proven for this signature.</param>
    /// <param name="code">The specification's code.</param>
    /// <param name="readVersion">The version of the draft that was read.</param>
    /// <param name="effectiveFrom">Lots isolated on this day or later are judged by it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="SpecificationDraftChangedException">The draft was changed since it was read.</exception>
    /// <exception cref="FormException">The draft's fields have problems; all are named.</exception>
    /// <exception cref="EffectiveDateRefusedException">The day is over, or before the version that it follows.</exception>
    /// <exception cref="SigningRefusedException">The person may not approve specifications.</exception>
    public SpecificationApproval Approve(ProvenPerson signer, string code, long readVersion, DateOnly effectiveFrom, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var draft = _drafts.Standing(code, readVersion);
        var known = new DefinitionRegister(work).Read();
        var newest = Newest(known, code);
        if (EarliestDay(newest) is var earliest && effectiveFrom < earliest)
            throw new EffectiveDateRefusedException(code, effectiveFrom, earliest);
        var reading = Check(draft, effectiveFrom, known);
        var specification = reading.Specification ?? throw new FormException($"The draft of {code}", reading.Problems);
        new DefinitionRegister(work).Add(new Definitions { Specifications = [specification] });
        return Sign(signer, draft, specification, newest, reason);
    }

    /// <summary>All versions of all specifications of a product, its own first, newest first, with their approvals.</summary>
    public IReadOnlyList<SpecificationStanding> OfProduct(Definitions definitions, string product)
    {
        var approvals = _approvals.All().ToDictionary(a => (a.Code, a.Version));
        return [.. DefinitionRegister.OfProduct(definitions, product).Select(s => new SpecificationStanding(s, approvals.GetValueOrDefault((s.Code, s.Version))))];
    }

    private SpecificationApproval Sign(ProvenPerson signer, SpecificationDraft draft, Specification specification, Specification? newest, string reason)
    {
        var closed = _drafts.Next(draft, "approved");
        SpecificationApproval? approval = null;
        new Signing(work).Sign(
            signer,
            SignedSubject.Specification(specification.Code, specification.Version),
            SignatureMeaning.Approved,
            Statement,
            reason,
            Dossier(draft, specification, newest),
            new SignedChange("specification.approved", [_drafts.Key(closed), _approvals.Key(specification.Code, specification.Version)], signature =>
            {
                approval = Approval(draft, specification, signature, reason);
                _drafts.Write(closed);
                _approvals.Insert(approval);
            }));
        return approval!;
    }

    private static SpecificationApproval Approval(SpecificationDraft draft, Specification specification, Signature signature, string reason) => new()
    {
        Code = specification.Code,
        Version = specification.Version,
        Draft = draft.Draft,
        EffectiveFrom = specification.EffectiveFrom,
        Reason = reason,
        DraftedBy = draft.SavedBy,
        ApprovedAt = signature.SignedAt,
        ApprovedBy = signature.PrintedName,
        SignatureOrdinal = signature.Ordinal,
        DossierSha256 = signature.DossierSha256,
    };

    /// <summary>What is signed: the whole text of the version, the draft that it was, and the version that it follows.</summary>
    private static byte[] Dossier(SpecificationDraft draft, Specification specification, Specification? newest) =>
        CanonicalJson.Write(new Dictionary<string, object?>
        {
            ["subject"] = SignedSubject.Specification(specification.Code, specification.Version).InDossier(),
            ["specification"] = DefinitionText.Of(specification),
            ["effective_from"] = specification.EffectiveFrom,
            ["draft"] = draft.Draft,
            ["draft_version"] = draft.Version,
            ["drafted_by"] = draft.SavedBy,
            ["note"] = draft.Note,
            ["follows"] = newest is null ? null : DefinitionText.Of(newest),
        });

    private static SpecificationReading Check(SpecificationDraft draft, DateOnly effectiveFrom, Definitions known) =>
        draft.Form.Check(draft.Product, draft.Market, (Newest(known, draft.Code)?.Version ?? 0) + 1, effectiveFrom, known);

    private static Specification? Newest(Definitions known, string code) => known.Specifications.Where(s => s.Code == code).MaxBy(s => s.Version);

    private DateOnly EarliestDay(Specification? newest)
    {
        if (newest is null)
            return DateOnly.MinValue;
        var today = Today();
        return newest.EffectiveFrom > today ? newest.EffectiveFrom : today;
    }

    /// <summary>The day that it is where the laboratory is.</summary>
    private DateOnly Today()
    {
        var now = DateTimeOffset.Parse(work.Trail.Now(), CultureInfo.InvariantCulture);
        return TimeZoneInfo.TryFindSystemTimeZoneById(work.Registry.TimeZone, out var zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)
            : DateOnly.FromDateTime(now.UtcDateTime);
    }
}
