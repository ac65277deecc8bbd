using System.Security.Cryptography;
using System.Text;
using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>
/// Sessions of browsers. The browser holds a token of 256 random bits and the server its SHA-256: a copy of the database lets
/// nobody in. A session ends on the server: at sign-out, after a time without requests, after an absolute time, and when the
/// password, a role or the account changes.
/// </summary>
public sealed class Sessions(LabRegistry registry, TimeProvider clock)
{
    private const int LongestClient = 200;
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>The id of the session that a token opens.</summary>
    public static string IdOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Begins a session with a new token, which is told once.</summary>
    /// <param name="person">The proof, made for signing in; it is used by this.</param>
    /// <param name="client">What the browser says of itself.</param>
    public string Start(ProvenPerson person, string client)
    {
        person.UseForSession();
        var token = RandomSecret.SessionToken();
        var now = clock.GetUtcNow();
        using var work = registry.Begin(person.Actor);
        work.Session.BeginWriting();
        var store = new SessionStore(work);
        store.Forget(now - KeptFor);
        store.Insert(new SessionLine
        {
            Id = IdOf(token),
            Name = person.Person.Name,
            Authentication = person.Authentication,
            Client = client.Length <= LongestClient ? client : client[..LongestClient],
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + TimeSpan.FromHours(new SettingStore(work).Value(Setting.AbsoluteHours)),
        });
        work.Commit();
        return token;
    }

    /// <summary>Who a token stands for, and that they are still there; null where its session ended or never was.</summary>
    public SignedIn? Touch(string token)
    {
        var now = clock.GetUtcNow();
        using var work = registry.Begin(Actor.OfAccount());
        if (new SessionStore(work).Find(IdOf(token)) is not { EndedAt: null } session)
            return null;
        var inactivity = TimeSpan.FromMinutes(new SettingStore(work).Value(Setting.InactivityMinutes));
        var person = new PeopleStore(work).Get(session.Name);
        if (EndOf(session, person, inactivity, now) is { } why)
        {
            new SessionStore(work).End(session.Id, why, now);
            work.Commit();
            return null;
        }
        if (now - session.LastSeenAt >= SeenEvery)
        {
            new SessionStore(work).Seen(session.Id, now);
            work.Commit();
        }
        return Answer(session, person, now + inactivity);
    }

    /// <summary>Ends the session of a token, as the person's own act. One that ended before is nothing new.</summary>
    public void End(string token, string why)
    {
        using var reading = registry.Begin(Actor.OfAccount());
        if (new SessionStore(reading).Find(IdOf(token)) is not { } session)
            return;
        var person = new PeopleStore(reading).Get(session.Name);
        using var work = registry.Begin(Actor.OfPerson(person.PrintedName, person.Name, session.Authentication));
        if (!new SessionStore(work).End(session.Id, why, clock.GetUtcNow()))
            return;
        work.Trail.Record("sign-out", lot: null, why, [], () => { });
        work.Commit();
    }

    /// <summary>Ends all of a person's sessions but the one of a token.</summary>
    public void EndOf(string name, string? exceptToken, string why)
    {
        using var work = registry.Begin(Actor.OfAccount());
        var person = new PeopleStore(work).Get(name);
        var ended = new SessionStore(work).EndOf(person.Name, exceptToken is null ? null : IdOf(exceptToken), why, clock.GetUtcNow());
        if (ended > 0)
            work.Trail.Record("session.ended", lot: null, $"{person.Name}: {why}", [], () => { });
        work.Commit();
    }

    /// <summary>All sessions of the last months, newest first, ended ones too.</summary>
    public IReadOnlyList<SessionLine> All()
    {
        using var work = registry.Begin(Actor.OfAccount());
        return new SessionStore(work).All();
    }

    /// <summary>The sessions that count now, newest first.</summary>
    public IReadOnlyList<SessionLine> Open()
    {
        using var work = registry.Begin(Actor.OfAccount());
        var now = clock.GetUtcNow();
        var inactivity = TimeSpan.FromMinutes(new SettingStore(work).Value(Setting.InactivityMinutes));
        return [.. new SessionStore(work).All().Where(s => s.EndedAt is null && now < s.ExpiresAt && now - s.LastSeenAt < inactivity)];
    }

    private static string? EndOf(SessionLine session, Person person, TimeSpan inactivity, DateTimeOffset now) =>
        now >= session.ExpiresAt ? "the longest time of a session was over"
        : now - session.LastSeenAt >= inactivity ? "nothing was asked for too long"
        : person.State != PersonState.Active ? "the account is closed"
        : null;

    private static SignedIn Answer(SessionLine session, Person person, DateTimeOffset inactiveAt) => new()
    {
        Person = person,
        SessionId = session.Id,
        Authentication = session.Authentication,
        StartedAt = session.StartedAt,
        ExpiresAt = inactiveAt < session.ExpiresAt ? inactiveAt : session.ExpiresAt,
        AbsoluteUntil = session.ExpiresAt,
    };
}
