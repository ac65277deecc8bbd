using System.Text;
using LabQc.Qualification;

namespace LabQc.Tests.Qualification;

/// <summary>Case files that a test writes.</summary>
internal static class OwnCases
{
    public static CaseSet Read(string topic, string json) =>
        CaseSet.Read(topic + ".json", topic, () => new MemoryStream(Encoding.UTF8.GetBytes(json)), name => throw new FileNotFoundException(name));
}
