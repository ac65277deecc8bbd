namespace LabQc.Web.Parts;
internal static class Stub;
