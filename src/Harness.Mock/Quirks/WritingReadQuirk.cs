using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>A GET that changes the tenant. It is answered like a read, and the journal says what it would have done in a real one.</summary>
/// <remarks>Settings: a condition; <c>deed</c>, what the call does, as a verb with its object.</remarks>
internal sealed class WritingReadQuirk : IQuirk
{
    public const string Kind = "writing-read";

    private readonly QuirkSettings _settings;
    private readonly Condition _condition;
    private readonly string _deed;

    public WritingReadQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _condition = new Condition(settings);
        _deed = settings.Text("deed") ?? "";
        settings.Need("deed", _deed.Length > 0, "Say what the call does, e.g. 'initialize the tenant policy'");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;

    public Reply Amend(Exchange exchange, Reply reply) => !_condition.Holds(ValueScope.Of(_settings.Tools, exchange)) ? reply : reply with
    {
        Decision = new Decision(
            Stages.State,
            "served",
            $"In a real tenant this would {_deed} ({exchange.Plan!.Name}), though it is a GET.",
            _settings.Text("fix"),
            _settings.Declaration.Evidence,
            _settings.Declaration.Source),
    };
}
