using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LabQc.AuditTrail;

namespace LabQc.Tests.AuditTrail;

public sealed class CanonicalJsonTest
{
    private static readonly JsonNode Vectors = JsonNode.Parse(File.ReadAllText(ProjectFile.Of("tests/LabQc.Tests/AuditTrail/canonical-v1.json")))!;

    [Fact]
    public void Each_committed_vector_has_its_canonical_bytes()
    {
        var cases = Vectors["values"]!.AsArray();
        Assert.True(cases.Count >= 20);
        foreach (var vector in cases)
        {
            var bytes = CanonicalJson.WriteValue(Value(vector!["value"]));

            Assert.Equal($"{vector["name"]}: {vector["canonical"]}", $"{vector["name"]}: {Encoding.UTF8.GetString(bytes)}");
            Assert.Equal((string)vector["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    [Fact]
    public void What_has_no_canonical_form_is_refused()
    {
        var cases = Vectors["refused"]!.AsArray();
        Assert.NotEmpty(cases);
        foreach (var vector in cases)
            Assert.Throws<ArgumentException>(() => CanonicalJson.WriteValue(Value(vector!["value"])));
        Assert.Throws<ArgumentException>(() => CanonicalJson.Text(new object()));
        Assert.Throws<ArgumentException>(() => CanonicalJson.Text(DayOfWeek.Friday));
        Assert.Throws<ArgumentException>(() => CanonicalJson.WriteValue(new[] { 1, 2 }));
    }

    [Fact]
    public void The_committed_chain_has_its_hashes_and_HMACs()
    {
        var key = Convert.FromHexString((string)Vectors["chain"]!["hmac_key"]!);
        var previous = AuditChain.Beginning;
        var events = Vectors["chain"]!["events"]!.AsArray();
        Assert.True(events.Count >= 4);
        foreach (var vector in events)
        {
            var hash = AuditChain.Hash((string)vector!["site"]!, (long)vector["sequence"]!, previous, Encoding.UTF8.GetBytes((string)vector["canonical"]!));

            Assert.Equal((string)vector["previous_hash"]!, previous);
            Assert.Equal((string)vector["hash"]!, hash);
            Assert.Equal((string)vector["hmac"]!, AuditChain.Hmac(key, hash));
            previous = hash;
        }
    }

    [Fact]
    public void Any_text_reads_back_as_itself() =>
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 40].Sample(text =>
        {
            var written = Encoding.UTF8.GetString(CanonicalJson.WriteValue(text));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(written));
            Assert.DoesNotContain('\n', written);
        }, iter: 2000);

    [Fact]
    public void Any_double_reads_back_as_itself() =>
        Gen.Double.Sample(number =>
            Assert.Equal(number, double.Parse(CanonicalJson.Text(number)!, CultureInfo.InvariantCulture)), iter: 2000);

    [Fact]
    public void Times_are_UTC_of_fixed_width_and_dates_have_none()
    {
        Assert.Equal("2026-03-02T08:15:00.5000000Z", CanonicalJson.Text(new DateTimeOffset(2026, 3, 2, 9, 15, 0, 500, TimeSpan.FromHours(1))));
        Assert.Equal("2026-03-02", CanonicalJson.Text(new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public void A_script_in_another_language_agrees_with_the_vectors()
    {
        var (exitCode, output) = PythonScript.Check("vectors", ProjectFile.Of("tests/LabQc.Tests/AuditTrail/canonical-v1.json"));

        Assert.Equal("everything fits", output.Trim());
        Assert.Equal(0, exitCode);
    }

    /// <summary>A value of the vectors, whose types are named beside it.</summary>
    private static object? Value(JsonNode? node)
    {
        if (node is null)
            return null;
        if (node is not JsonObject tagged)
            return (string)node!;
        var (kind, content) = tagged.Single();
        return kind switch
        {
            "object" => content!.AsArray().Select(pair => KeyValuePair.Create((string)pair![0]!, Value(pair[1]))).ToList(),
            "array" => content!.AsArray().Select(Value).ToList(),
            "integer" => long.Parse((string)content!, CultureInfo.InvariantCulture),
            "decimal" => decimal.Parse((string)content!, CultureInfo.InvariantCulture),
            "double" => BitConverter.UInt64BitsToDouble(Convert.ToUInt64((string)content!, 16)),
            "boolean" => (bool)content!,
            "bytes" => Convert.FromHexString((string)content!),
            "utf16" => string.Concat(content!.AsArray().Select(unit => (char)Convert.ToUInt16((string)unit!, 16))),
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };
    }
}
