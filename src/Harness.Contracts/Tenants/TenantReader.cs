using Harness.Contracts.Tenants.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Tenants;

/// <summary>Reads one make-believe tenant and reports every mistake in it, not only the first.</summary>
public static class TenantReader
{
    /// <summary>Null, with problems added from top to bottom, when anything in the file is wrong.</summary>
    /// <param name="file">How problems name the file.</param>
    public static Tenant? Read(LocatedNode root, string file, ICollection<ContractProblem> problems)
    {
        var log = new ProblemLog(file);
        Tenant? tenant = NodeReader.Open(root, "a tenant file", TenantKeys.Tenant, log) is { } reader ? Read(reader) : null;
        bool isSound = log.IsEmpty;
        log.MoveTo(problems);
        return isSound ? tenant : null;
    }

    private static Tenant Read(NodeReader reader)
    {
        reader.Need("hosts", "Add 'hosts:' with at least 'tenant:', which fills {tenant} in host names");
        reader.Need("personas", "Add 'personas:' with at least one who can sign in");
        if (reader.Need("domains", "Add 'domains:', the *.onmicrosoft.com one first") is { Kind: YamlKind.Sequence, Items.Count: 0 } empty)
        {
            reader.Log.Add(empty, "'domains' is empty", "Add at least one domain");
        }

        TenantValues.NeedDistinct(reader, "personas", "id");
        TenantValues.NeedDistinct(reader, "personas", "objectId");
        TenantValues.NeedDistinct(reader, "apps", "clientId");
        return new Tenant
        {
            Profile = reader.NeedText("profile", "Add 'profile:' with the file's name") ?? "",
            Id = TenantValues.NeedGuid(reader, "id"),
            DisplayName = reader.NeedText("displayName", "Add 'displayName:'") ?? "",
            Domains = reader.Texts("domains"),
            Hosts = reader.TextMap("hosts", StringComparer.OrdinalIgnoreCase),
            Licenses = reader.Texts("licenses"),
            Features = reader.Texts("features"),
            Regions = reader.TextMap("regions", StringComparer.OrdinalIgnoreCase),
            AccessTokenLifetime = TenantValues.Lifetime(reader, "accessTokenLifetime") ?? TimeSpan.FromHours(1),
            Personas = reader.List("personas", PersonaReader.Read),
            Apps = reader.List("apps", AppReader.Read),
        };
    }
}
