using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>Some calls want more than a good token: one whose user has just satisfied an authentication context. The refusal carries the claims to ask for.</summary>
/// <remarks>Settings: <c>context</c>, the value that <c>acrs</c> of the token must hold; a condition; <c>example.*</c> for a call it spares.</remarks>
internal sealed class StepUpQuirk : IQuirk
{
    public const string Kind = "step-up";

    private readonly QuirkSettings _settings;
    private readonly Condition _condition;
    private readonly string _context;
    private readonly ExampleSettings _example;

    public StepUpQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _condition = new Condition(settings);
        _context = settings.Text("context") ?? "";
        _example = settings.Example();
        settings.Need("context", _context.Length > 0, "Name the authentication context, e.g. c1");
        settings.Need("refusal", settings.Declaration.Refusal is not null, "Add one of the family's refusals");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant) => _example.In(ValueScope.Of(_settings.Tools, tenant));

    public Reply? Answer(Exchange exchange)
    {
        if (!_condition.Holds(ValueScope.Of(_settings.Tools, exchange)) || HasContext(exchange))
        {
            return null;
        }

        string claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"" + _context + "\"}}}";
        return exchange.Portal.Refusals.Answer(_settings.Refusal(exchange.Portal), exchange, new Grounds(
            Stages.Quirk,
            "step-up-required",
            $"The token's user has not satisfied the authentication context '{_context}'.",
            $"Ask the token service again, with claims={claims}.",
            Name: _context,
            Expected: _context));
    }

    private bool HasContext(Exchange exchange) => exchange.Plan!.Access.Requirements.OfType<BearerRequirement>()
        .Any(bearer => bearer.ReadToken(exchange, _settings.Tools.Authority)?.Contexts.Contains(_context, StringComparer.OrdinalIgnoreCase) == true);
}
