using Microsoft.Net.Http.Headers;

namespace LabQc.Web.Downloads;

/// <summary>Says that an answer is a file to be kept, never one to be shown in the browser.</summary>
internal static class Attachment
{
    /// <summary>A name that every machine takes: letters, digits, dots, hyphens and underscores.</summary>
    public static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).TrimStart('.');
        return safe.Length == 0 ? "file" : safe;
    }

    /// <summary>Sets the headers of a file.</summary>
    public static void Name(HttpResponse response, string name, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = SafeName(name) }.ToString();
    }

    /// <summary>Writes a table for spreadsheets, line by line as it is read.</summary>
    public static async Task WriteTable(HttpResponse response, string name, IEnumerable<string> lines, CancellationToken stopping)
    {
        Name(response, name, "text/csv; charset=utf-8");
        await using var writer = new StreamWriter(response.Body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32_768, leaveOpen: true);
        await writer.WriteAsync(Reports.SpreadsheetText.ByteOrderMark);
        foreach (var line in lines)
        {
            stopping.ThrowIfCancellationRequested();
            await writer.WriteAsync(line);
        }
    }
}
