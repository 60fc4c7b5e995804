namespace Harness.Drift.Targets;

/// <summary>The tenant that a run looks at, as its target file names it.</summary>
public sealed record Target
{
    /// <summary>Kebab-case; also the name of its baseline folder.</summary>
    public required string Name { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>What the owner says of the tenant; nothing is ever sent without it.</summary>
    public bool NonProduction { get; init; }

    /// <summary>Host template values: <c>tenant</c> → <c>contoso</c>.</summary>
    public IReadOnlyDictionary<string, string> Hosts { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every call goes to this address in path form instead of to the portal's own host; null for the real portals.</summary>
    public Uri? Gateway { get; init; }

    public required CredentialSettings Credentials { get; init; }

    /// <summary>Ids of the families to look at; empty for all.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    /// <summary>Values for parameters that no answer gives: <c>region</c>, <c>workspace</c>, <c>subscriptionId</c>.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file it was read from, as the person named it.</summary>
    public string File { get; init; } = "";
}
