using System.Text;
using LabQc.AuditTrail;
using LabQc.Measurements;
using LabQc.People;
using LabQc.Review;
using LabQc.Web.Access;
using LabQc.Web.Hosting;
using LabQc.Web.Pages.AuditTrail;

namespace LabQc.Web.Downloads;

/// <summary>Everything that can be taken away as a file.</summary>
internal static class LabDownloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapDownload("/audit.csv", LabAction.ReadAuditTrail, Trail);
        routes.MapDownload("/audit/{sequence:long}/canonical", LabAction.ReadAuditTrail, Canonical);
        routes.MapDownload("/batches.csv", LabAction.ReadRecords, Lots);
        routes.MapDownload("/batches/{lot}/record.json", LabAction.ReadRecords, Record);
        routes.MapDownload("/files/{sha256}", LabAction.ReadRecords, RawFile);
    }

    private static async Task<IResult> Trail(HttpContext context, Laboratory laboratory)
    {
        var query = AuditQuery.Read(context.Request.Query, laboratory.Zone);
        if (query.Problems.Count > 0)
            return Results.Text(string.Join('\n', query.Problems), "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        using var work = Begin(context, laboratory);
        await Attachment.WriteTable(context.Response, $"audit-trail-{Today(laboratory)}.csv", AuditTable.Lines(work, query.Filter), context.RequestAborted);
        return Results.Empty;
    }

    private static IResult Canonical(long sequence, HttpContext context, Laboratory laboratory)
    {
        using var work = Begin(context, laboratory);
        if (new AuditEventStore(work.Session).At(work.Site, sequence) is not { } happened)
            return Results.Text($"There is no event {sequence}.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        Attachment.Name(context.Response, FormattableString.Invariant($"event-{sequence}.json"), "application/json");
        return Results.Bytes(happened.Canonical, "application/json");
    }

    private static async Task<IResult> Lots(HttpContext context, Laboratory laboratory)
    {
        var query = LotQuery.Read(context.Request.Query);
        if (query.Problems.Count > 0)
            return Results.Text(string.Join('\n', query.Problems), "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        using var work = Begin(context, laboratory);
        await Attachment.WriteTable(context.Response, $"lots-{Today(laboratory)}.csv", LotTable.Lines(work, query.Filter), context.RequestAborted);
        return Results.Empty;
    }

    private static IResult Record(string lot, HttpContext context, Laboratory laboratory)
    {
        using var work = Begin(context, laboratory);
        var record = LotRecord.Read(work, lot);
        Attachment.Name(context.Response, $"{record.State.LotNumber}-record.json", "application/json");
        return Results.Text(LotRecordJson.Text(work, record), "application/json; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>A raw file as it came. Files that only wait to be taken are no record, and are not found here.</summary>
    private static IResult RawFile(string sha256, HttpContext context, Laboratory laboratory)
    {
        using var work = Begin(context, laboratory);
        var files = new RawFileStore(work);
        if (files.Find(sha256.ToLowerInvariant()) is not { } file)
            return Results.Text("The registry holds no file with this SHA-256.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        Attachment.Name(context.Response, file.FileName, "application/octet-stream");
        context.Response.Headers.ETag = $"\"{file.Sha256}\"";
        return Results.Bytes(files.Content(file.Sha256), "application/octet-stream");
    }

    private static LabWork Begin(HttpContext context, Laboratory laboratory) => laboratory.Registry.Begin(context.Features.Get<SignedIn>()!.Actor);

    private static string Today(Laboratory laboratory) =>
        TimeZoneInfo.ConvertTime(laboratory.Clock.GetUtcNow(), laboratory.Zone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
