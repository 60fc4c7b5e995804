using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Builds recordings with a secret of every kind in every position, values that must survive, and links that must hold.</summary>
internal static class HarPlanter
{
    public static PlantedHar Build(int seed) => Build(seed, (_, _) => true);

    /// <summary>Every kind in a few positions, and a few kinds in every position: enough to miss any one rule.</summary>
    public static PlantedHar BuildSmall(int seed) => Build(seed, (kind, position) =>
        position.Name is "JSON body" or "path" or "free text" or "comment" or "socket text" or "sentence" || kind.Name is "short password" or "person" or "user principal name" or "anti-forgery token" or "session cookie");

    private static PlantedHar Build(int seed, Func<SecretKind, Position, bool> wants)
    {
        var draw = new Draw(seed);
        var entries = new List<JsonObject>();
        var plants = new List<Plant>();
        foreach (SecretKind kind in SecretKinds.Credentials.Concat(SecretKinds.Identities).Concat(SecretKinds.Labelled))
        {
            foreach (Position position in PositionsFor(kind).Where(p => wants(kind, p)))
            {
                Secret secret = kind.Make(draw);
                JsonObject entry = Empty("https://security.microsoft.com/apiproxy/mtp/things");
                position.Plant(entry, kind.Label, secret.Text);
                plants.Add(new Plant(entries.Count, kind.Name, position.Name, secret));
                entries.Add(entry);
            }
        }

        var kept = new Dictionary<int, string>();
        foreach ((string name, JsonObject entry) in Survivors.Build(draw))
        {
            kept[entries.Count] = name;
            entries.Add(entry);
        }

        List<Link> links = LinkedEntries.Build(draw, entries);
        return new PlantedHar(entries, plants, kept, links);
    }

    public static JsonObject Empty(string url) => new()
    {
        ["startedDateTime"] = "2026-06-11T08:14:55.123Z",
        ["time"] = 12.5,
        ["request"] = new JsonObject
        {
            ["method"] = "GET",
            ["url"] = url,
            ["httpVersion"] = "HTTP/2.0",
            ["headers"] = new JsonArray(),
            ["cookies"] = new JsonArray(),
            ["queryString"] = new JsonArray(),
            ["headersSize"] = -1,
            ["bodySize"] = 0,
        },
        ["response"] = new JsonObject
        {
            ["status"] = 200,
            ["statusText"] = "OK",
            ["httpVersion"] = "HTTP/2.0",
            ["headers"] = new JsonArray(),
            ["cookies"] = new JsonArray(),
            ["redirectURL"] = "",
            ["headersSize"] = -1,
            ["bodySize"] = -1,
            ["content"] = new JsonObject { ["size"] = 0, ["mimeType"] = "application/json" },
        },
        ["cache"] = new JsonObject(),
        ["timings"] = new JsonObject { ["send"] = 0, ["wait"] = 12, ["receive"] = 0.5 },
    };

    private static IEnumerable<Position> PositionsFor(SecretKind kind)
    {
        if (kind.HasShape)
        {
            return Positions.All.Append(Positions.FreeText).Append(Positions.Path);
        }

        if (kind.Name == "session cookie")
        {
            return Positions.All.Where(p => p.Name.Contains("ookie", StringComparison.Ordinal));
        }

        if (SecretKinds.Labelled.Contains(kind))
        {
            return Positions.All.Where(p => p.TakesLabels).Append(Positions.Sentence);
        }

        return kind.Name.StartsWith("SAML", StringComparison.Ordinal) || kind.Label is "defaultDomainName" or "onPremisesImmutableId" ? Positions.All.Where(p => p.TakesLabels) : Positions.All;
    }
}
