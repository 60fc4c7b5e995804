using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.World;

namespace Harness.Mock.ActivityFeed;

/// <summary>Audit records as the feed writes them: names begin with a capital, moments have no zone.</summary>
internal sealed class AuditRecordJson(TenantWorld world)
{
    private static readonly string[] Files = ["Budget.xlsx", "Roadmap.docx", "Offer.pdf", "Minutes.docx", "Inventory.csv"];

    // Guests sign in under a name that is no address.
    private readonly Person[] _people = [.. Enumerable.Range(0, world.PoolSize(EntityKinds.User)).Select(i => world.Person(world.Entity(EntityKinds.User, i))).Where(p => !p.Upn.Contains('#', StringComparison.Ordinal))];

    public JsonObject Of(FeedContentType type, DateTimeOffset at, ulong seed)
    {
        AuditOperation operation = type.Operations[StableHash.Below(StableHash.Mix(seed, 1), type.Operations.Count)];
        Person person = _people[StableHash.Below(StableHash.Mix(seed, 2), _people.Length)];
        var record = new JsonObject
        {
            ["CreationTime"] = at.UtcDateTime.ToString("s"),
            ["Id"] = StableHash.Guid(seed).ToString("D"),
            ["Operation"] = operation.Name,
            ["OrganizationId"] = world.Tenant.Id,
            ["RecordType"] = operation.RecordType,
            ["ResultStatus"] = operation.Name.EndsWith("Failed", StringComparison.Ordinal) ? "Failed" : "Succeeded",
            ["UserKey"] = person.ObjectId.ToString("D"),
            ["UserType"] = 0,
            ["Version"] = 1,
            ["Workload"] = operation.Workload,
            ["ClientIP"] = $"203.0.113.{1 + StableHash.Below(StableHash.Mix(seed, 3), 254)}",
            ["UserId"] = person.Upn,
        };
        foreach (KeyValuePair<string, string> own in Own(operation, person, seed))
        {
            record[own.Key] = own.Value;
        }

        return record;
    }

    private IEnumerable<KeyValuePair<string, string>> Own(AuditOperation operation, Person person, ulong seed)
    {
        Tenant tenant = world.Tenant;
        string file = Files[StableHash.Below(StableHash.Mix(seed, 4), Files.Length)];
        string site = $"https://{tenant.Hosts.GetValueOrDefault("tenant", "contoso")}.sharepoint.com/sites/{person.Department.Replace(" ", "", StringComparison.Ordinal)}";
        return operation.Workload switch
        {
            "Exchange" => [new("ObjectId", person.Upn), new("MailboxOwnerUPN", person.Upn)],
            "SharePoint" or "OneDrive" => [new("ObjectId", $"{site}/Shared Documents/{file}"), new("SiteUrl", site), new("SourceFileName", file)],
            "AzureActiveDirectory" => [new("ObjectId", person.ObjectId.ToString("D")), new("ApplicationId", (tenant.Apps.Count > 0 ? tenant.Apps[0].ClientId : Guid.Empty).ToString("D"))],
            _ => [new("ObjectId", person.Upn)],
        };
    }
}
