namespace LabQc.People;

/// <summary>What only a demonstration does with accounts.</summary>
public sealed partial class Accounts
{
    /// <summary>
    /// Gives a person of the demonstration a new password that the console shows: nobody remembers the one of the last start.
    /// A closed account stays closed.
    /// </summary>
    /// <exception cref="AccountRefusedException">The registry is a laboratory's own.</exception>
    internal Person RenewOfDemonstration(string name, string password)
    {
        if (!work.Registry.IsDemonstration)
            throw new AccountRefusedException("Only in a demonstration are passwords made anew by the program.");
        work.Session.BeginWriting();
        var person = _people.Get(name);
        if (person.State == PersonState.Closed)
            return person;
        new CredentialChange(work).EndAll(person.Name, "the demonstration was started again", CredentialKind.Password)
            .Make(person.Name, CredentialKind.Password, PasswordHash.Of(password))
            .Record("password.renewed-by-demonstration", reason: null);
        EndSessions(person.Name, "the demonstration was started again");
        var guards = new SignInGuardStore(work);
        guards.Save(guards.Find(person.Name).Cleared());
        return person;
    }
}
