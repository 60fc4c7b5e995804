using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families;

/// <summary>Reads <c>family.yml</c>.</summary>
public static class FamilyReader
{
    /// <summary>Null, with problems added, when the file does not declare a family.</summary>
    public static Family? Read(LocatedNode root, string file, ICollection<ContractProblem> problems)
    {
        if (root["id"] is not { Value.Length: > 0 } id)
        {
            problems.Add(new ContractProblem(file, root.Line, root.Column, "no id", "Add an id"));
            return null;
        }

        return new Family
        {
            Id = id.Value,
            Title = root["title"]?.Value ?? id.Value,
            AccessModel = root["accessModel"]?.Value ?? "",
            Upstream = root["upstream"]?.Value,
            Hosts = [.. (root["hosts"]?.Items ?? []).Select(h => ReadHost(h.Value))],
            Bindings = [.. (root["bindings"]?.Items ?? []).Select(ReadBinding)],
            Servers = (root["servers"]?.Entries ?? []).ToDictionary(e => e.Key, e => e.Value.Value, StringComparer.OrdinalIgnoreCase),
            Refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal),
            UnknownPath = root["unknownPath"]?.Value ?? "",
            WrongMethod = root["wrongMethod"]?.Value ?? "",
            UnknownObject = root["unknownObject"]?.Value ?? "",
            InvalidCall = root["invalidCall"]?.Value ?? "",
        };
    }

    private static FamilyHost ReadHost(string url)
    {
        string rest = url.Replace("https://", "", StringComparison.OrdinalIgnoreCase);
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new FamilyHost(HostPattern.Parse(rest), "") : new FamilyHost(HostPattern.Parse(rest[..slash]), rest[slash..].TrimEnd('/'));
    }

    private static HostBinding ReadBinding(LocatedNode node) =>
        new(ReadHost(node["host"]!.Value).Host, [.. (node["operations"]?.Items ?? []).Select(o => PathGlob.Parse(o.Value))]);
}
