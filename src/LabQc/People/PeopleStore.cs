using LabQc.AuditTrail;

namespace LabQc.People;

public sealed class PeopleStore(LabWork work)
{
    public bool Any() => work.Site.Length == 0;

    public Person? Find(string nameOrPrintedName) => null;
}
