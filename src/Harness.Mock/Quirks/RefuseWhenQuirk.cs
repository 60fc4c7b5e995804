using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>An error that depends on what the call says or who makes it, though the call is let in and the contract allows it.</summary>
/// <remarks>Settings: a condition; <c>code</c>, <c>because</c> and <c>fix</c> for the journal; <c>example.*</c> for a call it spares.</remarks>
internal sealed class RefuseWhenQuirk : IQuirk
{
    public const string Kind = "refuse-when";

    private readonly QuirkSettings _settings;
    private readonly Condition _condition;
    private readonly ExampleSettings _example;

    public RefuseWhenQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _condition = new Condition(settings);
        _example = settings.Example();
        settings.Need("refusal", settings.Declaration.Refusal is not null, "Add one of the family's refusals");
        settings.Need("because", settings.Text("because") is not null, "Add a sentence for the journal");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant) => _example.In(ValueScope.Of(_settings.Tools, tenant));

    public Reply? Answer(Exchange exchange) => _condition.Holds(ValueScope.Of(_settings.Tools, exchange))
        ? exchange.Portal.Refusals.Answer(_settings.Refusal(exchange.Portal), exchange, new Grounds(
            Stages.Quirk,
            _settings.Text("code") ?? "contextual",
            _settings.Text("because") ?? "This portal refuses such a call.",
            _settings.Text("fix"),
            Name: _settings.Text("name") ?? ""))
        : null;
}
