using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Reads and appends audit events.</summary>
public sealed class AuditEventStore(LabSession session)
{
    private const string Columns =
        """
        site,
        sequence,
        occurred_at,
        actor,
        account,
        authentication,
        action,
        lot_number,
        reason,
        canonical,
        previous_hash,
        hash,
        hmac
        """;

    /// <summary>The last event of a site, or null at the beginning.</summary>
    public AuditEvent? Last(string site) =>
        session.Find<AuditEvent>(
            $"""
            SELECT {Columns}
              FROM audit_event
             WHERE site = @site
             ORDER BY sequence DESC
             LIMIT 1
            """,
            new { site });

    /// <summary>One event, or null where there is none of that number.</summary>
    public AuditEvent? At(string site, long sequence) =>
        session.Find<AuditEvent>(
            $"""
            SELECT {Columns}
              FROM audit_event
             WHERE site = @site
               AND sequence = @sequence
            """,
            new { site, sequence });

    /// <summary>At most <paramref name="limit"/> events of a site after a sequence number, in order.</summary>
    public IReadOnlyList<AuditEvent> After(string site, long sequence, int limit) =>
        session.Query<AuditEvent>(
            $"""
            SELECT {Columns}
              FROM audit_event
             WHERE site = @site
               AND sequence > @sequence
             ORDER BY sequence
             LIMIT @limit
            """,
            new { site, sequence, limit });

    /// <summary>All that happened to a lot, in order.</summary>
    public IReadOnlyList<AuditEvent> OfLot(string site, string lot) =>
        session.Query<AuditEvent>(
            $"""
            SELECT {Columns}
              FROM audit_event
             WHERE site = @site
               AND lot_number = @lot
             ORDER BY sequence
            """,
            new { site, lot });

    /// <summary>All sites that have events.</summary>
    public IReadOnlyList<string> Sites() =>
        session.Query<string>("SELECT DISTINCT site FROM audit_event ORDER BY site");

    internal void Append(AuditEvent happened) =>
        session.Execute(
            """
            INSERT INTO audit_event
                   (site, sequence, occurred_at, actor, account, authentication, action, lot_number, reason,
                    canonical, previous_hash, hash, hmac)
            VALUES (@Site, @Sequence, @OccurredAt, @Actor, @Account, @Authentication, @Action, @LotNumber, @Reason,
                    @Canonical, @PreviousHash, @Hash, @Hmac)
            """,
            happened);
}
