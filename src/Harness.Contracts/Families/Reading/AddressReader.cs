using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads where a family lives: <c>hosts</c>, <c>servers</c> and <c>bindings</c>.</summary>
internal static class AddressReader
{
    public static FamilyHost[] ReadHosts(NodeReader family)
    {
        const string Hint = "Add 'hosts:' with at least one address, such as [\"https://admin.example.com\"]";
        if (family.Need("hosts", Hint) is { Kind: YamlKind.Sequence, Items.Count: 0 } empty)
        {
            family.Log.Add(empty, "'hosts' is empty", "Add at least one address");
        }

        return family.List("hosts", FamilyValues.Address);
    }

    public static IReadOnlyDictionary<string, string> ReadServers(NodeReader family, FamilyOutline outline)
    {
        IReadOnlyDictionary<string, string> servers = family.TextMap("servers", StringComparer.OrdinalIgnoreCase);
        foreach (LocatedNode value in family.Find("servers")?.Entries.Select(e => e.Value).Where(NodeReader.IsScalar) ?? [])
        {
            Known(FamilyValues.Address(value, outline.Log)?.Host, value, outline);
        }

        return servers;
    }

    public static HostBinding? ReadBinding(LocatedNode node, FamilyOutline outline)
    {
        if (NodeReader.Open(node, "a binding", FamilyKeys.Binding, outline.Log) is not { } reader)
        {
            return null;
        }

        reader.Need("operations", "Add 'operations:' with path globs");
        PathGlob[] globs = reader.List("operations", FamilyValues.Glob);
        LocatedNode? value = reader.Need("host", "Add 'host:' with one of the family's hosts");
        HostPattern? host = value is null ? null : Known(FamilyValues.Host(value, outline.Log), value, outline);
        return host is null ? null : new HostBinding(host, globs);
    }

    private static HostPattern? Known(HostPattern? host, LocatedNode at, FamilyOutline outline)
    {
        string[] known = [.. outline.Hosts.Select(h => h.Host.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (host is null || known.Contains(host.Text, StringComparer.OrdinalIgnoreCase))
        {
            return host;
        }

        outline.Log.Add(at, $"'{host}' is no host of this family", NearestWord.AdviseOr(host.Text, known, "add it to 'hosts'"));
        return null;
    }
}
