using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>Reads the people of a registry, and writes their rows within the audit records of this room's verbs.</summary>
public sealed class PeopleStore(LabWork work)
{
    /// <summary>Whether anybody exists, be it a closed account.</summary>
    public bool Any() =>
        work.Session.Find<long>("SELECT COUNT(*) FROM (SELECT 1 FROM person WHERE site = @site LIMIT 1)", new { site = work.Site }) > 0;

    /// <summary>The person with a sign-in name or printed name, whatever its case; null where nobody has it.</summary>
    public Person? Find(string nameOrPrintedName)
    {
        var name = PersonNames.Folded(nameOrPrintedName);
        return Rows().FirstOrDefault(r => r.Name == name || PersonNames.Folded(r.PrintedName) == name) is { } row ? Complete([row])[0] : null;
    }

    /// <summary>The person with a sign-in name or printed name.</summary>
    /// <exception cref="PersonMissingException">Nobody has it.</exception>
    public Person Get(string nameOrPrintedName) => Find(nameOrPrintedName) ?? throw new PersonMissingException(nameOrPrintedName);

    /// <summary>Everybody, closed accounts too, by printed name.</summary>
    public IReadOnlyList<Person> All() => Complete(Rows());

    /// <summary>All that became of a person's roles, oldest first.</summary>
    public IReadOnlyList<RoleGrant> Grants(string name) => [.. AllGrants().Where(g => g.Name == name)];

    /// <summary>All that became of everybody's roles, oldest first.</summary>
    public IReadOnlyList<RoleGrant> AllGrants() =>
        [.. work.Session.Query<GrantRow>(
            """
            SELECT name,
                   role,
                   version,
                   state,
                   first_grant,
                   recorded_at,
                   recorded_by
              FROM role_grant
             WHERE site = @site
             ORDER BY recorded_at,
                      name,
                      role,
                      version
            """,
            new { site = work.Site }).Select(ToGrant)];

    internal RecordKey Key(string name) => new("person", work.Site, name);

    internal RecordKey Key(RoleGrant grant) => new("role_grant", work.Site, grant.Name, grant.Role.Word(), (long)grant.Version);

    internal void Insert(Person person) =>
        work.Session.Execute(
            """
            INSERT INTO person
                   (site, name, printed_name, state, identity_checked_by, created_at, created_by, activated_at, statement_version,
                    statement_accepted_at, signing_blocked_until, changed_at, changed_by, row_version)
            VALUES (@site, @Name, @PrintedName, @state, @IdentityCheckedBy, @CreatedAt, @CreatedBy, @ActivatedAt, @StatementVersion,
                    @StatementAcceptedAt, @SigningBlockedUntil, @ChangedAt, @ChangedBy, 1)
            """,
            Values(person, readVersion: 0));

    /// <exception cref="PersonChangedException">Somebody else changed the account since <paramref name="readVersion"/>.</exception>
    internal void Update(Person person, long readVersion)
    {
        var changed = work.Session.Execute(
            """
            UPDATE person
               SET state                 = @state,
                   activated_at          = @ActivatedAt,
                   statement_version     = @StatementVersion,
                   statement_accepted_at = @StatementAcceptedAt,
                   signing_blocked_until = @SigningBlockedUntil,
                   changed_at            = @ChangedAt,
                   changed_by            = @ChangedBy,
                   row_version           = row_version + 1
             WHERE site        = @site
               AND name        = @Name
               AND row_version = @readVersion
            """,
            Values(person, readVersion));
        if (changed == 0)
        {
            var standing = Get(person.Name);
            throw new PersonChangedException(standing.PrintedName, standing.ChangedBy, standing.ChangedAt);
        }
    }

    internal void Insert(RoleGrant grant) =>
        work.Session.Execute(
            """
            INSERT INTO role_grant (site, name, role, version, state, first_grant, recorded_at, recorded_by)
            VALUES (@site, @Name, @role, @Version, @state, @firstGrant, @RecordedAt, @RecordedBy)
            """,
            new
            {
                site = work.Site,
                grant.Name,
                role = grant.Role.Word(),
                grant.Version,
                state = grant.State.Word(),
                firstGrant = grant.FirstGrant ? 1 : 0,
                grant.RecordedAt,
                grant.RecordedBy,
            });

    private object Values(Person person, long readVersion) => new
    {
        site = work.Site,
        person.Name,
        person.PrintedName,
        state = person.State.Word(),
        person.IdentityCheckedBy,
        person.CreatedAt,
        person.CreatedBy,
        person.ActivatedAt,
        person.StatementVersion,
        person.StatementAcceptedAt,
        person.SigningBlockedUntil,
        person.ChangedAt,
        person.ChangedBy,
        readVersion,
    };

    private IReadOnlyList<PersonRow> Rows() =>
        work.Session.Query<PersonRow>(
            """
            SELECT name,
                   printed_name,
                   state,
                   identity_checked_by,
                   created_at,
                   created_by,
                   activated_at,
                   statement_version,
                   statement_accepted_at,
                   signing_blocked_until,
                   changed_at,
                   changed_by,
                   row_version
              FROM person
             WHERE site = @site
             ORDER BY lower(printed_name),
                      name
            """,
            new { site = work.Site });

    private IReadOnlyList<Person> Complete(IReadOnlyList<PersonRow> rows)
    {
        var newest = AllGrants().GroupBy(g => (g.Name, g.Role)).Select(g => g.MaxBy(v => v.Version)!).ToLookup(g => g.Name);
        var live = new CredentialStore(work).Live().ToLookup(c => c.Name);
        return [.. rows.Select(row => ToPerson(row, [.. newest[row.Name]], [.. live[row.Name]]))];
    }

    private static Person ToPerson(PersonRow row, IReadOnlyList<RoleGrant> grants, IReadOnlyList<Credential> live) => new()
    {
        Name = row.Name,
        PrintedName = row.PrintedName,
        State = Enum.GetValues<PersonState>().Single(s => s.Word() == row.State),
        IdentityCheckedBy = row.IdentityCheckedBy,
        CreatedAt = row.CreatedAt,
        CreatedBy = row.CreatedBy,
        ActivatedAt = row.ActivatedAt,
        StatementVersion = row.StatementVersion,
        StatementAcceptedAt = row.StatementAcceptedAt,
        SigningBlockedUntil = row.SigningBlockedUntil,
        ChangedAt = row.ChangedAt,
        ChangedBy = row.ChangedBy,
        RowVersion = row.RowVersion,
        Roles = RolesOf(row, grants.Where(g => g.InEffect)),
        PendingRoles = RolesOf(row, grants.Where(g => g.State == RoleGrantState.Pending)),
        HasPassword = live.Any(c => c.Kind == CredentialKind.Password),
        HasOneTimeCodes = live.Any(c => c.Kind == CredentialKind.Totp),
        InvitationExpiresAt = live.FirstOrDefault(c => c.Kind == CredentialKind.Invitation)?.ExpiresAt,
    };

    private static IReadOnlyList<Role> RolesOf(PersonRow row, IEnumerable<RoleGrant> grants) =>
        row.State == PersonState.Closed.Word() ? [] : [.. grants.Select(g => g.Role).Order()];

    private static RoleGrant ToGrant(GrantRow row) => new()
    {
        Name = row.Name,
        Role = RoleWords.Parse(row.Role) ?? throw new InvalidOperationException($"The registry names a role {row.Role}."),
        Version = row.Version,
        State = Enum.GetValues<RoleGrantState>().Single(s => s.Word() == row.State),
        FirstGrant = row.FirstGrant != 0,
        RecordedAt = row.RecordedAt,
        RecordedBy = row.RecordedBy,
    };

    private sealed record PersonRow
    {
        public required string Name { get; init; }
        public required string PrintedName { get; init; }
        public required string State { get; init; }
        public required string IdentityCheckedBy { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required string CreatedBy { get; init; }
        public DateTimeOffset? ActivatedAt { get; init; }
        public int? StatementVersion { get; init; }
        public DateTimeOffset? StatementAcceptedAt { get; init; }
        public DateTimeOffset? SigningBlockedUntil { get; init; }
        public required DateTimeOffset ChangedAt { get; init; }
        public required string ChangedBy { get; init; }
        public required long RowVersion { get; init; }
    }

    private sealed record GrantRow
    {
        public required string Name { get; init; }
        public required string Role { get; init; }
        public required int Version { get; init; }
        public required string State { get; init; }
        public required int FirstGrant { get; init; }
        public required DateTimeOffset RecordedAt { get; init; }
        public required string RecordedBy { get; init; }
    }
}
