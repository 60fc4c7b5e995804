using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>GraphQL by the name and hash of a query that the server has: a name it knows is answered, another is not found.</summary>
/// <remarks>
/// Settings: <c>names</c>, the known queries (a client may add the suffix that <c>suffix</c> says, or leave it out); <c>refusal</c> for
/// others. Hashes change with every build of the client, so any well-formed one will do.
/// </remarks>
internal sealed class PersistedQueriesQuirk : IQuirk
{
    public const string Kind = "persisted-queries";

    private const int HashLength = 64;

    private readonly QuirkSettings _settings;
    private readonly HashSet<string> _names;
    private readonly string _suffix;

    public PersistedQueriesQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _suffix = settings.Text("suffix") ?? "";
        _names = settings.List("names").Select(Stem).ToHashSet(StringComparer.Ordinal);
        settings.Need("names", _names.Count > 0, "List the queries that the server knows");
        settings.Need("refusal", settings.Declaration.Refusal is not null, "Add the refusal for a query that it does not know");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        string name = _settings.List("names").FirstOrDefault("");
        string hash = World.StableHash.Hex(World.StableHash.Of(name), HashLength);
        var request = new JsonObject
        {
            ["operationName"] = name,
            ["variables"] = new JsonObject(),
            ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } },
        };
        return CallRemedy.None with { Body = request.ToJsonString() };
    }

    public Reply? Answer(Exchange exchange)
    {
        JsonNode? body = ValueScope.Of(_settings.Tools, exchange).Body;
        if (body is not JsonObject request)
        {
            return Malformed(exchange, "The body is no JSON object.");
        }

        string name = Text(request["operationName"]) ?? "";
        string? hash = Text(JsonPlace.Parse("/extensions/persistedQuery/sha256Hash").Find(request));
        if (hash is not { Length: HashLength } || !hash.All(char.IsAsciiHexDigit))
        {
            return Malformed(exchange, hash is null ? "The call names no persisted query." : "The persisted query's hash is no SHA-256 in hexadecimal.");
        }

        return _names.Contains(Stem(name))
            ? null
            : exchange.Portal.Refusals.Answer(_settings.Refusal(exchange.Portal), exchange, new Grounds(
                Stages.Quirk, "persisted-query-unknown", $"The server has no persisted query '{name}'.", $"Use one of {string.Join(", ", _settings.List("names"))}.", Name: name));
    }

    private static Reply Malformed(Exchange exchange, string because) => exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(
        Stages.Quirk, "body-invalid", because, "Send operationName and extensions.persistedQuery with version and sha256Hash.", Name: "extensions.persistedQuery"));

    private string Stem(string name) => _suffix.Length > 0 && name.EndsWith(_suffix, StringComparison.Ordinal) ? name[..^_suffix.Length] : name;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
