using LabQc.Database;

namespace LabQc.AuditTrail;

/// <summary>Reads and writes what a registry says of itself.</summary>
internal sealed class RegistryStore(LabSession session)
{
    public RegistryIdentity? Find() =>
        session.Find<RegistryIdentity>(
            """
            SELECT site,
                   registry_id,
                   kind,
                   time_zone,
                   public_key,
                   created_at
              FROM registry
             ORDER BY created_at,
                      site
             LIMIT 1
            """);

    public void Insert(RegistryIdentity identity) =>
        session.Execute(
            """
            INSERT INTO registry (site, registry_id, kind, time_zone, public_key, created_at)
            VALUES (@Site, @RegistryId, @Kind, @TimeZone, @PublicKey, @CreatedAt)
            """,
            identity);
}
