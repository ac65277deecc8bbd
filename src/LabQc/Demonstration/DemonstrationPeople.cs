using LabQc.AuditTrail;

namespace LabQc.Demonstration;

internal static class DemonstrationPeople
{
    public static IReadOnlyList<DemonstrationPerson> Make(LabRegistry registry, TimeProvider clock, Action<string> tell, CancellationToken stopping) => [];
}
