namespace LabQc.Web.Tests.Laboratories;

/// <summary>The demonstration's people as they were printed.</summary>
internal static class PrintedPerson
{
    /// <summary>The password of the person of a role.</summary>
    public static string PasswordOf(RunningLaboratory laboratory, string role) =>
        laboratory.Printed.Split('\n').Select(line => line.Trim().Split(' ')).Single(words => words[0] == role && words.Length == 3)[2];
}
