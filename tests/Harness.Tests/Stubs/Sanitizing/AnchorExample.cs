using System.Text.Json.Nodes;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>A made-up value in the place that a default rule of the test proxy looks at.</summary>
/// <param name="Leak">What must not be found afterwards.</param>
internal sealed record AnchorExample(JsonObject Entry, string Leak)
{
    private const string Id = "0b1c2d3e-4f50-4162-9374-8596a7b8c9d0";

    /// <param name="id">The number of their rule.</param>
    /// <param name="what">What it redacts, as the parity table says it.</param>
    /// <param name="answer">The first of our rules that answers it.</param>
    public static AnchorExample Of(int id, string what, string answer)
    {
        JsonObject entry = HarPlanter.Empty("https://management.azure.com/x");
        return new AnchorExample(entry, Plant(entry, id, what.Replace(" (again)", "", StringComparison.Ordinal), answer));
    }

    private static string Plant(JsonObject entry, int id, string bare, string answer)
    {
        (string value, string leak) = Value(answer);
        string last = bare.Split(' ')[^1];
        switch (id)
        {
            case 1005 or 1006 or 4001:
                entry["request"]!["url"] = id == 1005 ? $"https://login.microsoftonline.com/common/userrealm/{value}" : id == 1006 ? $"https://x.azure.com/identities/{Id}/y" : "https://fabrikamx7.blob.core.windows.net/y";
                leak = id == 1006 ? Id : leak;
                break;
            case 1007 or 4000:
                entry["request"]!["url"] = "https://x.blob.core.windows.net/c/b?sv=1&sig=" + leak;
                break;
            case 3000 or 3001 or 3002:
                entry["request"]!["postData"] = new JsonObject { ["mimeType"] = "application/x-www-form-urlencoded", ["text"] = $"{bare}{value}&a=b" };
                break;
            case 3004:
                Positions.Body(entry, value, "text/plain");
                break;
            case 3005:
            case >= 3006 and <= 3012 when !bare.Contains('=', StringComparison.Ordinal):
                leak = Xml(entry, id, bare.Split(' ')[0]);
                break;
            case < 2000 and >= 1000 or 3008 or 3009:
                string name = bare.Replace("value after ", "", StringComparison.Ordinal).Replace(" up to ;", "", StringComparison.Ordinal);
                Positions.Body(entry, new JsonObject { ["message"] = $"Server=x;{name}{(answer == "SAN-008" ? leak : value)};Encrypt=true" }.ToJsonString());
                break;
            case < 3000:
                entry["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = id == 0 ? "Authorization" : last, ["value"] = value });
                break;
            case >= 4000:
                leak = "k3J9xQ2vT7pLz8Wn";
                entry["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = last, ["value"] = leak });
                break;
            default:
                string member = bare.Replace(" at the top", "", StringComparison.Ordinal).Split(' ')[^1].Split('.')[^1];
                Positions.Body(entry, new JsonObject { [bare.Contains("adminPassword.value", StringComparison.Ordinal) ? "adminPassword" : member] = value }.ToJsonString());
                break;
        }

        return leak;
    }

    private static string Xml(JsonObject entry, int id, string element)
    {
        if (id == 3005)
        {
            const string Key = "x7Kq2mB9vT4pLz8WnR3sQ5dF6gH7";
            Positions.Body(entry, $"<?xml version=\"1.0\"?><UserDelegationKey><Value>{Key}</Value></UserDelegationKey>", "application/xml");
            return Key;
        }

        string leak = element.StartsWith("Signed", StringComparison.Ordinal) ? Id : element.StartsWith("ClientIp", StringComparison.Ordinal) ? "10.20.30.40" : "Hunter-Twelve7";
        Positions.Body(entry, $"<?xml version=\"1.0\"?><r><{element}>{leak}</{element}></r>", "application/xml");
        return leak;
    }

    private static (string Value, string Leak) Value(string answer) => answer switch
    {
        "SAN-001" => ("Bearer abcdefghij", "abcdefghij"),
        "SAN-002" => ("sid=abcdefghij", "abcdefghij"),
        "SAN-008" => ("https://x.blob.core.windows.net/c?sv=1&sig=abcdefghijklmnopqrst", "abcdefghijklmnopqrst"),
        "SAN-013" => ("-----BEGIN PRIVATE KEY-----\nabcdefghijklmnopqrst\n-----END PRIVATE KEY-----", "abcdefghijklmnopqrst"),
        "SAN-016" => ("k3J9xQ2vT7pLz8Wn", "k3J9xQ2vT7pLz8Wn"),
        "SAN-020" => (Id, Id),
        "SAN-022" or "SAN-040" => ("https://portal.fabrikamx7.de/x", "fabrikamx7"),
        "SAN-023" => ("/subscriptions/x/resourceGroups/rg-fabrikamx7/providers/Microsoft.Web/sites/y", "fabrikamx7"),
        "SAN-025" => ("fabrikamx7.de", "fabrikamx7"),
        "SAN-026" => ("rg-fabrikamx7", "fabrikamx7"),
        "SAN-030" => ("ann.leeberg@fabrikamx7.de", "leeberg"),
        "SAN-031" => ("Ann Leeberg", "Leeberg"),
        "SAN-034" => ("ann.leeberg7", "leeberg7"),
        "SAN-052" => ("x7Kq2mB9vT4pLz8WnR3sQ5", "x7Kq2mB9vT4pLz8WnR3sQ5"),
        _ => ("Hunter-Twelve7", "Hunter-Twelve7"),
    };
}
