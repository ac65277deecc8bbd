using LabQc.AuditTrail;

namespace LabQc.People;

/// <summary>Keeps the sessions of browsers, by the SHA-256 of their tokens.</summary>
internal sealed class SessionStore(LabWork work)
{
    private const string Select =
        """
        SELECT token_sha256 AS Id,
               name,
               authentication,
               client,
               started_at,
               last_seen_at,
               expires_at,
               ended_at,
               ended_why
          FROM web_session
         WHERE site = @site
        """;

    public SessionLine? Find(string id) =>
        work.Session.Find<SessionLine>($"{Select} AND token_sha256 = @id", new { site = work.Site, id });

    public IReadOnlyList<SessionLine> All() =>
        work.Session.Query<SessionLine>($"{Select} ORDER BY started_at DESC, token_sha256", new { site = work.Site });

    public void Insert(SessionLine session) =>
        work.Session.Derive(
            """
            INSERT INTO web_session (site, token_sha256, name, authentication, client, started_at, last_seen_at, expires_at)
            VALUES (@site, @Id, @Name, @Authentication, @Client, @StartedAt, @LastSeenAt, @ExpiresAt)
            """,
            new { site = work.Site, session.Id, session.Name, session.Authentication, session.Client, session.StartedAt, session.LastSeenAt, session.ExpiresAt });

    public void Seen(string id, DateTimeOffset now) =>
        work.Session.Derive(
            "UPDATE web_session SET last_seen_at = @now WHERE site = @site AND token_sha256 = @id AND ended_at IS NULL",
            new { site = work.Site, id, now });

    /// <returns>Whether it had not ended before.</returns>
    public bool End(string id, string why, DateTimeOffset now) =>
        work.Session.Derive(
            """
            UPDATE web_session
               SET ended_at  = @now,
                   ended_why = @why
             WHERE site         = @site
               AND token_sha256 = @id
               AND ended_at IS NULL
            """,
            new { site = work.Site, id, why, now }) > 0;

    /// <summary>Ends all of a person's sessions but one.</summary>
    /// <returns>How many ended.</returns>
    public int EndOf(string name, string? exceptId, string why, DateTimeOffset now) =>
        work.Session.Derive(
            """
            UPDATE web_session
               SET ended_at  = @now,
                   ended_why = @why
             WHERE site         = @site
               AND name         = @name
               AND token_sha256 <> @except
               AND ended_at IS NULL
            """,
            new { site = work.Site, name, except = exceptId ?? "", why, now });

    /// <summary>Forgets sessions that could not be used since a time.</summary>
    public void Forget(DateTimeOffset before) =>
        work.Session.Derive("DELETE FROM web_session WHERE site = @site AND expires_at < @before", new { site = work.Site, before });
}
