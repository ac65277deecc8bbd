using LabQc.AuditTrail;

namespace LabQc.People;

public sealed class ProvenPerson
{
    internal ProvenPerson(Person person, string authentication)
    {
        Person = person;
        Authentication = authentication;
    }

    public Person Person { get; }
    public string Authentication { get; }
    public Actor Actor => new(Person.PrintedName, "person:" + Person.Name, Authentication);

    public void UseForSignature(LabWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
    }
}
