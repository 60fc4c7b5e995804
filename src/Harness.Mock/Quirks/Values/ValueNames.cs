using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.World;

namespace Harness.Mock.Quirks.Values;

/// <summary>The expressions that quirk settings may hold, and what each stands for.</summary>
internal static class ValueNames
{
    /// <summary>As messages show them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "tenant.id", "tenant.name", "tenant.domain", "regions.NAME", "hosts.NAME", "persona.id", "persona.objectId", "persona.upn", "persona.name", "each.id",
        "each.name", "path.NAME", "query.NAME", "header.NAME", "body/POINTER", "form", "form.NAME", "host", "now", "expires", "lifetime", "token:AUDIENCE",
        "guid:TEXT", "number:TEXT", "has:PLAN",
    ];

    private static readonly string[] Families = ["tenant", "regions", "hosts", "persona", "each", "path", "query", "header", "body", "form", "host", "now", "expires", "lifetime"];

    private static readonly string[] WithArgument = ["token", "guid", "number", "has"];

    public static bool IsKnown(string name, bool hasArgument) =>
        hasArgument ? WithArgument.Contains(name, StringComparer.Ordinal) : Families.Contains(Split(name).Family, StringComparer.Ordinal);

    /// <summary>Null when the call, the caller or the tenant does not have it.</summary>
    public static string? Find(string name, string? argument, ValueScope scope)
    {
        (string family, string member) = Split(name);
        return family switch
        {
            "tenant" => Of(scope.Tenant, member),
            "each" => Of(scope.Each ?? scope.Tenant, member),
            "regions" => scope.Tenant.Regions.GetValueOrDefault(member),
            "hosts" => scope.Tenant.Hosts.GetValueOrDefault(member),
            "persona" => Of(scope.Caller.Persona, member),
            "now" => Written(scope.Now),
            "expires" => Written(scope.Now + scope.Lifetime),
            "lifetime" => ((long)scope.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            "token" => string.IsNullOrEmpty(argument) ? null : scope.MintToken(argument),
            "guid" => StableHash.Guid(StableHash.Of($"{scope.Tenant.Id:D} {argument}")).ToString("D"),
            "number" => argument,
            "has" => argument is not null && scope.Tenant.Has(argument) ? "true" : "false",
            _ => OfCall(family, member, scope),
        };
    }

    private static string? OfCall(string family, string member, ValueScope scope) => scope.Exchange is not { } call ? null : family switch
    {
        "path" => call.Values.Find(member),
        "query" => call.Query(member),
        "header" => call.Header(member),
        "form" => FormBody.Find(call.Body.Span, member),
        "host" => call.Host,
        "body" => JsonPlace.Parse(member).Find(scope.Body) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? text) => text,
            JsonNode node => node.ToJsonString(),
        },
        _ => null,
    };

    private static string? Of(Tenant tenant, string member) => member switch
    {
        "id" => tenant.Id.ToString("D"),
        "name" => tenant.DisplayName,
        "domain" => tenant.Domains[0],
        _ => null,
    };

    private static string? Of(Persona? persona, string member) => persona is null ? null : member switch
    {
        "id" => persona.Id,
        "objectId" => persona.ObjectId.ToString("D"),
        "upn" => persona.Upn,
        "name" => persona.DisplayName,
        _ => null,
    };

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static (string Family, string Member) Split(string name)
    {
        int end = name.IndexOfAny(['.', '/']);
        return end < 0 ? (name, "") : (name[..end], name[end] == '/' ? name[end..] : name[(end + 1)..]);
    }
}
