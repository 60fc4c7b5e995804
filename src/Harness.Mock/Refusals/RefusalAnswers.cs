using System.Text;
using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks;

namespace Harness.Mock.Refusals;

/// <summary>Turns a family's declared refusals into replies: the page or the XHR form, the variant that the caller accepts, the variables filled.</summary>
internal sealed class RefusalAnswers
{
    private readonly Family _family;
    private readonly Dictionary<string, CompiledRefusal> _refusals;
    private readonly Func<string, string, string, string> _substitute;

    public RefusalAnswers(Family family)
    {
        _family = family;
        _refusals = family.Refusals.ToDictionary(r => r.Key, r => new CompiledRefusal(r.Value), StringComparer.Ordinal);
        _substitute = RefusalByPathQuirk.SubstitutesOf(family);
    }

    /// <param name="name">As the family names it; an undeclared name is a bug, because reading the family checks them.</param>
    public Reply Answer(string name, Exchange exchange, in Grounds grounds)
    {
        CompiledRefusal refusal = _refusals[_substitute(name, exchange.Method, exchange.Path)];
        if (refusal.Declared.Page is { } page && exchange.IsPageRequest)
        {
            refusal = _refusals[page];
        }

        CompiledBody body = refusal.For(exchange.Header("Accept"));
        var variables = new RefusalValues(exchange, grounds);
        string text = body.Text.Render(variables.Get, body.IsJson);
        return new Reply(refusal.Declared.Status, Decide(refusal.Declared, grounds))
        {
            ContentType = body.ContentType ?? (text.Length > 0 ? "application/json; charset=utf-8" : null),
            Headers = body.Headers(variables.Get),
            Body = Encoding.UTF8.GetBytes(text),
        };
    }

    private Decision Decide(Refusal refusal, in Grounds grounds) =>
        new(grounds.Stage, grounds.Code, grounds.Because, grounds.Fix, refusal.Evidence, refusal.Source.Length > 0 ? refusal.Source : _family.Title);
}
