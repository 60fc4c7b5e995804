using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Tenants.Reading;

/// <summary>Reads the values that tenants, personas and apps have in common.</summary>
internal static class TenantValues
{
    public static Guid NeedGuid(NodeReader reader, string key)
    {
        if (reader.NeedText(key, $"Add '{key}:' with a made-up GUID") is not { } text)
        {
            return Guid.Empty;
        }

        if (Guid.TryParseExact(text, "D", out Guid id) && id != Guid.Empty)
        {
            return id;
        }

        reader.Log.Add(reader.Find(key)!, $"'{text}' is no GUID", "Write 8-4-4-4-12 hexadecimal digits, not all zero");
        return Guid.Empty;
    }

    /// <summary>Null when it is missing, or is no lifetime between a minute and a day.</summary>
    public static TimeSpan? Lifetime(NodeReader reader, string key)
    {
        if (FamilyValues.Duration(reader, key) is not { } lifetime)
        {
            return null;
        }

        if (lifetime >= TimeSpan.FromMinutes(1) && lifetime <= TimeSpan.FromDays(1))
        {
            return lifetime;
        }

        reader.Log.Add(reader.Find(key)!, $"'{key}' is {lifetime}", "Write an ISO 8601 duration between PT1M and P1D");
        return null;
    }

    /// <summary>Complains about entries of a list that have the same key.</summary>
    public static void NeedDistinct(NodeReader reader, string list, string key)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (LocatedNode node in reader.Find(list)?.Items.Select(i => i[key]).OfType<LocatedNode>().Where(n => !seen.Add(n.Value)) ?? [])
        {
            reader.Log.Add(node, $"the {key} '{node.Value}' stands twice in '{list}'", "Give each entry one of its own");
        }
    }
}
