namespace LabQc.People;

/// <summary>
/// Roles. An administrator holds no other role, nobody grants one to themselves, and who is to approve and reject lots is
/// confirmed by another who does, so that no administrator alone makes a QA manager.
/// </summary>
public sealed partial class Accounts
{
    /// <summary>
    /// Gives a role. Technician, auditor and administrator take effect at once. QA manager waits for <see cref="ConfirmGrant"/>;
    /// the very first one takes effect at once, and is marked as the first grant for ever. A role that stands or waits is nothing new.
    /// </summary>
    /// <exception cref="AccountRefusedException">It is the own account, or an administrator would hold another role.</exception>
    public RoleGrant Grant(string name, Role role, long? readVersion = null)
    {
        _authority.RequirePerson(LabAction.KeepPeople);
        work.Session.BeginWriting();
        var person = NotClosed(name);
        if (person.Name == work.Actor.PersonName)
            throw new AccountRefusedException("Nobody grants a role to themselves: another administrator does.");
        if (person.Roles.Contains(role) || (person.PendingRoles.Contains(role) && AnyQaManagerEver()))
            return Newest(person.Name, role)!;
        RefuseMixed([.. person.Roles, .. person.PendingRoles, role]);
        return Record(person, GrantOf(person.Name, role), readVersion);
    }

    /// <summary>Confirms, as a QA manager in effect who is somebody else, that a person becomes QA manager.</summary>
    /// <exception cref="AccountRefusedException">Nothing waits for it, or it is the own grant.</exception>
    public RoleGrant ConfirmGrant(string name, long? readVersion = null)
    {
        work.Session.BeginWriting();
        var person = NotClosed(name);
        if (person.Name == work.Actor.PersonName)
            throw new AccountRefusedException("Nobody confirms a role of their own: another QA manager does.");
        _authority.RequirePerson(LabAction.ConfirmQaGrant);
        if (!person.PendingRoles.Contains(Role.QaManager))
            throw new AccountRefusedException($"No role of {person.PrintedName} waits for a confirmation.");
        return Record(person, NewGrant(person.Name, Role.QaManager, RoleGrantState.Confirmed), readVersion);
    }

    /// <summary>Takes a role away, or one that waits.</summary>
    /// <exception cref="AccountRefusedException">There is none, or it is the last administrator's or the only QA manager's.</exception>
    public RoleGrant WithdrawRole(string name, Role role, long? readVersion = null)
    {
        _authority.RequirePerson(LabAction.KeepPeople);
        work.Session.BeginWriting();
        var person = NotClosed(name);
        if (!person.Roles.Contains(role) && !person.PendingRoles.Contains(role))
            throw new AccountRefusedException($"{person.PrintedName} is no {role.Title()}.");
        RefuseLast(person, person.Roles.Where(r => r == role), "without that role");
        return Record(person, NewGrant(person.Name, role, RoleGrantState.Withdrawn), readVersion);
    }

    private RoleGrant Record(Person person, RoleGrant grant, long? readVersion)
    {
        work.Trail.Record("role." + grant.State.Word(), lot: null, $"{person.Name}: {grant.Role.Title()}{(grant.FirstGrant ? ", first grant" : "")}",
            [_people.Key(person.Name), _people.Key(grant)],
            () =>
            {
                _people.Update(Changed(person), readVersion ?? person.RowVersion);
                _people.Insert(grant);
            });
        EndSessions(person.Name, "the roles changed");
        return grant;
    }

    private RoleGrant GrantOf(string name, Role role)
    {
        if (role != Role.QaManager)
            return NewGrant(name, role, RoleGrantState.Granted);
        var first = !AnyQaManagerEver();
        return NewGrant(name, role, first ? RoleGrantState.Granted : RoleGrantState.Pending, first);
    }

    private RoleGrant NewGrant(string name, Role role, RoleGrantState state, bool firstGrant = false) => new()
    {
        Name = name,
        Role = role,
        Version = (Newest(name, role)?.Version ?? 0) + 1,
        State = state,
        FirstGrant = firstGrant,
        RecordedAt = Now,
        RecordedBy = work.Actor.Name,
    };

    private RoleGrant? Newest(string name, Role role) => _people.Grants(name).Where(g => g.Role == role).MaxBy(g => g.Version);

    /// <summary>
    /// Whether there ever was a QA manager who could have confirmed another. A role that was taken back before its person used
    /// the account does not count: the one-time code may have gone astray.
    /// </summary>
    private bool AnyQaManagerEver() => _people.All().Any(person =>
    {
        var versions = _people.Grants(person.Name).Where(g => g.Role == Role.QaManager).ToList();
        return versions.Where(g => g.InEffect).Any(g => CouldConfirm(person, until: versions.FirstOrDefault(n => n.Version == g.Version + 1)?.RecordedAt));
    });

    private static bool CouldConfirm(Person person, DateTimeOffset? until) => person.ActivatedAt is { } since
        ? until is null || until > since
        : until is null && person.State != PersonState.Closed;

    private static void RefuseMixed(IReadOnlyList<Role> roles)
    {
        if (roles.Contains(Role.Administrator) && roles.Any(r => r != Role.Administrator))
            throw new AccountRefusedException("An administrator holds no other role: whoever keeps the accounts neither measures nor decides nor audits.");
    }

    /// <summary>
    /// Somebody must be left who can do what only these can: keep accounts, and confirm QA managers. Without the second rule an
    /// administrator could take the role from the only QA manager, and the next one would be the first again.
    /// </summary>
    private void RefuseLast(Person person, IEnumerable<Role> roles, string what)
    {
        foreach (var role in roles.Where(r => r is Role.Administrator or Role.QaManager))
        {
            var others = _people.All().Any(p => p.Name != person.Name && p.State == PersonState.Active && p.Is(role));
            var neverUsed = role == Role.QaManager && person.ActivatedAt is null;
            if (!others && !neverUsed)
                throw new AccountRefusedException($"{person.PrintedName} is the only {role.Title()} whose account is in use, and cannot be {what}: {Without(role)}");
        }
    }

    private static string Without(Role role) => role == Role.Administrator
        ? "nobody could keep the accounts any more. Make another administrator first."
        : "nobody could confirm another any more. Let them confirm one first.";
}
