using Harness.Mock.Exchanges;
using Harness.Stubs;
using Harness.Stubs.Requests;

namespace Harness.Mock.Stubs;

/// <summary>Lets a stub mapping answer instead of synthesis.</summary>
/// <param name="stage">How the journal calls it: recordings are mappings too.</param>
internal sealed class StubStage(StubMappingStore store, StubResponder responder, string stage) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        string family = exchange.Portal.Family.Id;
        if (!store.MayAnswer(family, exchange.Path))
        {
            return null;
        }

        var call = new StubCall(new ExchangeStubRequest(exchange));
        return store.Take(family, call) is { } stub ? Answer(stub, call) : null;
    }

    /// <summary>Whether some mapping would answer, without moving its scenario on.</summary>
    public bool WouldAnswer(Exchange exchange)
    {
        string family = exchange.Portal.Family.Id;
        return store.MayAnswer(family, exchange.Path) && store.Matches(family, new StubCall(new ExchangeStubRequest(exchange)));
    }

    private Reply Answer(StoredStub stub, StubCall call)
    {
        try
        {
            StubAnswer answer = responder.Answer(stub.Mapping, call);
            return new Reply(answer.Status, Decide(stub, "served", $"The mapping '{stub.Mapping.Name}' is for this call.", null))
            {
                ContentType = answer.ContentType,
                Headers = Joined(answer.Headers),
                Body = answer.Body,
                Delay = answer.Delay,
            };
        }
        catch (StubTemplateException exception)
        {
            return new Reply(500, Decide(stub, "template-failed", $"A template of the mapping '{stub.Mapping.Name}' cannot be filled: {exception.Message}", "Correct the template."));
        }
    }

    private Decision Decide(StoredStub stub, string code, string because, string? fix) =>
        new(stage, code, because, fix, null, stub.Mapping.Source.File is { Length: > 0 } ? stub.Mapping.Source.ToString() : $"mapping {stub.Id}");

    // One line a header, because the writer sets rather than adds; only cookies cannot share one.
    private static IReadOnlyList<KeyValuePair<string, string>> Joined(IReadOnlyList<KeyValuePair<string, string>> headers) =>
    [
        .. headers.Where(h => !IsCookie(h)).GroupBy(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase).Select(g => KeyValuePair.Create(g.Key, string.Join(", ", g))),
        .. headers.Where(IsCookie),
    ];

    private static bool IsCookie(KeyValuePair<string, string> header) => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);
}
