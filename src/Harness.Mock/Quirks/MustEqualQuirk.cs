using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>A value that a client must learn from an earlier answer: a partition, a pod, the tenant's own host. Anything else is refused.</summary>
/// <remarks>Settings: <c>path.NAME</c>, <c>query.NAME</c>, <c>host</c> with the value or a list of values; <c>learn</c>, the call that tells it; <c>onHosts</c>, host patterns that it holds for.</remarks>
internal sealed class MustEqualQuirk : IQuirk
{
    public const string Kind = "must-equal";

    private readonly QuirkSettings _settings;
    private readonly QuirkTools _tools;
    private readonly Rule[] _rules;
    private readonly string _learn;
    private readonly HostPattern[] _onHosts;

    public MustEqualQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _tools = settings.Tools;
        _rules =
        [
            .. settings.Below("path.").Select(n => new Rule("path", n, settings.Templates("path." + n))),
            .. settings.Below("query.").Select(n => new Rule("query", n, settings.Templates("query." + n))),
            .. settings.Templates("host") is { Count: > 0 } hosts ? new Rule[] { new("host", "", hosts) } : [],
        ];
        _onHosts = settings.HostPatterns("onHosts");
        _learn = settings.Text("learn") ?? "the discovery call";
        settings.Need("path.NAME", _rules.Length > 0, "Say which value is judged: path.NAME, query.NAME or host");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        ValueScope scope = ValueScope.Of(_tools, tenant);
        return CallRemedy.None with { Query = Wanted("query", scope), PathValues = Wanted("path", scope) };
    }

    public Reply? Answer(Exchange exchange)
    {
        if (_onHosts.Length > 0 && !Array.Exists(_onHosts, h => h.Matches(exchange.Host)))
        {
            return null;
        }

        ValueScope scope = ValueScope.Of(_tools, exchange);
        foreach (Rule rule in _rules)
        {
            string? actual = rule.In switch
            {
                "path" => exchange.Values.Find(rule.Name),
                "query" => exchange.Query(rule.Name) ?? "",
                _ => exchange.Host,
            };

            // One glob may cover routes that lack the parameter.
            if (actual is not null && !rule.Wanted.Any(w => string.Equals(w.Text(scope), actual, StringComparison.OrdinalIgnoreCase)))
            {
                return Refuse(exchange, rule, actual, rule.Wanted[0].Text(scope) ?? "");
            }
        }

        return null;
    }

    private Reply Refuse(Exchange exchange, Rule rule, string actual, string wanted)
    {
        string what = rule.Name.Length > 0 ? $"The {rule.In} value '{rule.Name}'" : "The host";
        return exchange.Portal.Refusals.Answer(_settings.Refusal(exchange.Portal), exchange, new Grounds(
            Stages.Quirk,
            "discovery-skipped",
            $"{what} is '{actual}'; for this tenant it is '{wanted}'.",
            $"Take it from the answer of {_learn}.",
            Name: rule.Name.Length > 0 ? rule.Name : rule.In,
            Expected: wanted));
    }

    private Dictionary<string, string> Wanted(string place, ValueScope scope) => _rules
        .Where(r => r.In == place)
        .Select(r => KeyValuePair.Create(r.Name, r.Wanted[0].Text(scope) ?? ""))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private sealed record Rule(string In, string Name, IReadOnlyList<ValueTemplate> Wanted);
}
