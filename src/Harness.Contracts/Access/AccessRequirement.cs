using System.Globalization;

namespace Harness.Contracts.Access;

/// <summary>What the kinds of requirement share: they were declared with a name, a scope, refusals and evidence.</summary>
public abstract class AccessRequirement(RequirementSettings settings) : IAccessRequirement
{
    public abstract string Kind { get; }

    public string Name => settings.Name;

    public EvidenceGrade Evidence => settings.Evidence;

    public string Source => settings.Source;

    public RequirementScope Scope => settings.Scope;

    public IReadOnlyDictionary<string, string> Refusals => settings.Refusals;

    protected RequirementSettings Settings => settings;

    public abstract AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority);

    public abstract void Satisfy(OutgoingCall call, ICredentialSource source);

    public virtual IAccessRequirement BoundTo(string method, string path) => this;

    public override string ToString() => $"{Kind} {Name}";

    private protected static string When(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
