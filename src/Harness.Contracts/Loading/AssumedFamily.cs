using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Loading;

/// <summary>A family that nobody declared: an imported document's folder name and addresses, without any access requirement.</summary>
/// <param name="Hosts">Host patterns, each with the base path behind it where there is one.</param>
internal sealed record AssumedFamily(string Id, string Title, IReadOnlyList<string> Hosts)
{
    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["no-such-operation"] = Bare("no-such-operation", 404),
        ["method-not-allowed"] = Bare("method-not-allowed", 405),
        ["no-such-object"] = Bare("no-such-object", 404),
        ["invalid-call"] = Bare("invalid-call", 400),
    };

    public Family ToFamily() => new()
    {
        Id = Id,
        Title = Title,
        AccessModel = "Not declared: every call is let in",
        Upstream = Id,
        Hosts = [.. Hosts.Select(ToHost)],
        Refusals = Refusals,
        UnknownPath = "no-such-operation",
        WrongMethod = "method-not-allowed",
        UnknownObject = "no-such-object",
        InvalidCall = "invalid-call",
    };

    private static FamilyHost ToHost(string address)
    {
        int slash = address.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new FamilyHost(HostPattern.Parse(address), "")
            : new FamilyHost(HostPattern.Parse(address[..slash]), address[slash..]);
    }

    private static Refusal Bare(string name, int status) => new(
        name,
        status,
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        "",
        EvidenceGrade.Inferred,
        "assumed for a family without family.yml",
        null,
        []);
}
