namespace Harness.Contracts.Access;

/// <summary>A query value without which a portal does not know what is meant, such as the tenant.</summary>
public sealed class QueryRequirement(RequirementSettings settings, ValueRule rule) : AccessRequirement(settings)
{
    public override string Kind => "query";

    public ValueRule Rule => rule;

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        string? value = request.Query(Name);
        if (string.IsNullOrEmpty(value))
        {
            return Refuse("missing", $"The query has no '{Name}'.");
        }

        return rule.Accepts(value, request) ? AccessVerdict.Pass : Refuse("wrong", $"The query's '{Name}' is not {rule.Describe()}.");
    }

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        if (rule.Provide(Name, call, source) is { } value)
        {
            call.Query[Name] = value;
        }
    }

    // One code for both, as for body-invalid: the call is not what the contract says.
    private AccessVerdict Refuse(string reason, string because) =>
        AccessVerdict.Refuse("query-missing", reason, because, $"Add '?{Name}=' with {rule.Describe()}.") with { Expected = rule.Expected };
}
