using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Contracts.Families;

/// <summary>One portal as <c>family.yml</c> declares it: where it lives, what every call needs, how it refuses, what it hides without a license.</summary>
public sealed record Family
{
    /// <summary>Kebab-case; the folder's name.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>One line a newcomer understands.</summary>
    public required string AccessModel { get; init; }

    /// <summary>Folder of the imported specs, e.g. <c>nodoc-sharepoint-admin</c>; null for a family that nodoc does not have.</summary>
    public string? Upstream { get; init; }

    /// <summary>The first is the family's own address, used where nothing else says which host.</summary>
    public required IReadOnlyList<FamilyHost> Hosts { get; init; }

    /// <summary>Which host an operation lives on, where its contract does not say or says too much. The first match wins.</summary>
    public IReadOnlyList<HostBinding> Bindings { get; init; } = [];

    /// <summary>Server addresses of imported specs, as written there, and what they are called here.</summary>
    public IReadOnlyDictionary<string, string> Servers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>All must hold, in this order; the first that fails answers.</summary>
    public IReadOnlyList<IAccessRequirement> Access { get; init; } = [];

    public required IReadOnlyDictionary<string, Refusal> Refusals { get; init; }

    public IReadOnlyList<LicenseGate> Licenses { get; init; } = [];

    /// <summary>What callers without a role do not get; all gates that cover an operation must let the caller pass.</summary>
    public IReadOnlyList<RoleGate> Roles { get; init; } = [];

    public IReadOnlyList<QuirkDeclaration> Quirks { get; init; } = [];

    /// <summary>What a success body looks like where the contract says "an object" and no more; null for <c>{}</c>.</summary>
    public Schema? PlaceholderObject { get; init; }

    /// <summary>The same for the elements of an array of such objects.</summary>
    public Schema? PlaceholderItem { get; init; }

    /// <summary>Refusal for a path the family does not have.</summary>
    public required string UnknownPath { get; init; }

    /// <summary>Refusal for a path it has, with another method.</summary>
    public required string WrongMethod { get; init; }

    /// <summary>Refusal for an id that no list returned.</summary>
    public required string UnknownObject { get; init; }

    /// <summary>Refusal for a call whose body or query breaks the contract.</summary>
    public required string InvalidCall { get; init; }

    /// <summary>Headers that every answer of the portal carries.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Telemetry that the portal's pages send: answered 2xx, never probed.</summary>
    public IReadOnlyList<PathGlob> Sinks { get; init; } = [];

    /// <summary>GETs that succeed whenever the session is good, as <c>GET /path</c>.</summary>
    public IReadOnlyList<string> Canaries { get; init; } = [];

    public SignIn? SignIn { get; init; }
}
