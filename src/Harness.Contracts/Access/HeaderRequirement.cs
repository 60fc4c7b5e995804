using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>A header that a portal's own pages always send: a fixed value, one of several, an id, or the echo of a cookie.</summary>
/// <param name="overrides">The first that matches the call replaces the rule.</param>
public sealed class HeaderRequirement(RequirementSettings settings, ValueRule rule, params IReadOnlyList<HeaderOverride> overrides)
    : AccessRequirement(settings)
{
    public override string Kind => "header";

    public ValueRule Rule => rule;

    public IReadOnlyList<HeaderOverride> Overrides => overrides;

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        ValueRule wanted = RuleFor(request.Method, request.Path);
        string? value = request.Header(Name);
        if (string.IsNullOrEmpty(value))
        {
            return AccessVerdict.Refuse(
                "header-missing", "missing", $"The header '{Name}' is not on the call.", $"Send '{Name}' with {wanted.Describe()}.") with
            {
                Expected = wanted.Expected,
            };
        }

        return wanted.Accepts(value, request)
            ? AccessVerdict.Pass
            : AccessVerdict.Refuse(
                "header-wrong",
                "wrong",
                $"The header '{Name}' has another value than {request.Method} {request.Path} expects: {wanted.Describe()}.",
                $"Send '{Name}' with {wanted.Describe()}.") with
            {
                Expected = wanted.Expected,
            };
    }

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        if (RuleFor(call.Method, call.Path).Provide(Name, call, source) is { } value)
        {
            call.Headers[Name] = value;
        }
    }

    public override IAccessRequirement BoundTo(string method, string path) =>
        overrides.Count == 0 ? this : new HeaderRequirement(Settings, RuleFor(method, path));

    private ValueRule RuleFor(string method, string path)
    {
        for (int i = 0; i < overrides.Count; i++)
        {
            if (overrides[i].Operations.MatchAny(method, path))
            {
                return overrides[i].Rule;
            }
        }

        return rule;
    }
}
