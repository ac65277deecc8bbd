using LabQc.AuditTrail;
using LabQc.Batches;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Signatures;

namespace LabQc.Review;

/// <summary>
/// Declares measurements invalid for an assignable cause, signed. Files and values stay in the record; from then on they count for
/// no verdict, and a lot that was submitted or verified goes back to the bench.
/// </summary>
public sealed class MeasurementInvalidation(LabWork work)
{
    /// <summary>The name of the dossier's form, its first version.</summary>
    public const string Form = "labqc-measurement-invalidation/1";

    private readonly LotAuthority _authority = new(work);

    /// <summary>The sentence that is signed.</summary>
    public static string Statement(string measurement) =>
        $"I declare the measurement {measurement} invalid for the assignable cause that I give as the reason: it does not count.";

    /// <summary>Signs that a measurement does not count. Does not commit.</summary>
    /// <param name="measurement">The measurement of a lot.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="cause">The assignable cause.</param>
    /// <param name="readVersion">The row version at which the lot was read.</param>
    /// <exception cref="BatchChangedException">Somebody else changed the lot since.</exception>
    /// <exception cref="NotPermittedException">The signer's roles do not allow it with the lot as it stands.</exception>
    /// <exception cref="FourEyesException">The signer worked on the lot.</exception>
    /// <exception cref="StepRefusedException">No cause is given, the measurement is no lot's, or it was declared invalid before.</exception>
    public Signature Sign(MeasurementRow measurement, ProvenPerson signer, string cause, long readVersion)
    {
        if (string.IsNullOrWhiteSpace(cause))
            throw new StepRefusedException("Say why: a measurement is invalid only for a cause that was found.");
        var lot = measurement.LotNumber ?? throw new StepRefusedException($"Measurement {measurement.Name} belongs to no lot.");
        work.Session.BeginWriting();
        Check(lot, signer, readVersion);
        var standing = new MeasurementStore(work).OfLot(lot).Single(m => m.Row.MeasurementId == measurement.MeasurementId);
        if (standing.Invalidation is { } before)
            throw new StepRefusedException($"Measurement {measurement.Name} was declared invalid by {before.RecordedBy} at {before.RecordedAt} already: {before.Cause}");
        var decisions = new MeasurementDecisionStore(work);
        return new Signing(work).Sign(
            signer, SignedSubject.Invalidation(measurement.MeasurementId, lot), SignatureMeaning.Rejected, Statement(measurement.Name), cause, Dossier(standing, lot, cause),
            new SignedChange("measurement.invalidated", decisions.InvalidationRows(measurement), _ => decisions.InsertInvalidation(measurement, cause)));
    }

    /// <summary>What is signed: the measurement with its files and replicates as they stand, and the cause.</summary>
    private byte[] Dossier(Measurement measurement, string lot, string cause) => CanonicalJson.Write(new Dictionary<string, object?>
    {
        ["form"] = Form,
        ["site"] = work.Site,
        ["registry"] = work.Registry.RegistryId,
        ["demonstration"] = work.Registry.IsDemonstration,
        ["subject"] = SignedSubject.Invalidation(measurement.Row.MeasurementId, lot).InDossier(),
        ["lot"] = lot,
        ["measurement"] = measurement.Row.Name,
        ["cause"] = cause,
        ["record"] = DossierParts.OfMeasurement(work, measurement).Select(object? (p) => LotDossier.InDossier(p)),
    });

    private void Check(string lot, ProvenPerson signer, long readVersion)
    {
        var batches = new BatchStore(work);
        var state = batches.State(lot);
        if (state.RowVersion != readVersion)
            throw batches.ChangedSince(lot);
        var person = new PeopleStore(work).Find(signer.Person.Name) ?? throw new NobodyActsException();
        LotAuthority.Require(person, LabAction.InvalidateMeasurement, state);
        _authority.RequireOtherEyes(person, lot);
    }
}
