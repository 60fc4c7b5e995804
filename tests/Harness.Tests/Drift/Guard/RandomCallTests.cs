using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

/// <summary>Thousands of calls with whatever a contract, an answer or a credential could hold, through the only public entry.</summary>
internal sealed class RandomCallTests
{
    private const int Calls = 3400;

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "get", "GET\r\nX: 1", "MERGE", ""];
    private static readonly string[] Pieces =
    [
        "/", "//", "..", ".", "%2e%2e", "things", "$batch", "%24batch", "%2524batch", "graphql", "mint", "%0d%0a", "\r\n", "\0", " ", "#", "\\", "%5c", "?", "&", "=",
        "_method", "X-HTTP-Method-Override", "DELETE", "query", "mutation", ":", "@", "é", "a", "{id}", "HTTP/1.1", "\r\n\r\nDELETE / HTTP/1.1\r\n",
    ];

    private static readonly string[] HeaderNames = ["Accept", "X-HTTP-Method-Override", "X-Method-Override", "Content-Length", "Transfer-Encoding", "Host", "Upgrade", "Referer", "x-any", "Cookie"];
    private static readonly string[] HeaderValues = ["1", "DELETE", "text/html", "5", "chunked", "evil.example", "a\r\nX-HTTP-Method: PUT", "websocket", "b=c"];

    private static readonly Family Portal = DriftBench.Family("safeGets: [{ paths: [\"/api/**\", \"/**\"], reason: reads }]\nunsafeGets: [{ paths: [\"/api/mint\"], reason: mints }]");

    [Rail("R01")]
    [TestCase(true, true, 1)]
    [TestCase(false, true, 2)]
    [TestCase(true, false, 3)]
    public async Task Whatever_is_asked_only_bare_GETs_arrive(bool handlers, bool bytes, int seed)
    {
        await using RecordingProxy server = RecordingProxy.Answering();
        Target target = DriftBench.At(server.Address);
        var admissions = new Admissions(target, [Portal]);
        using var client = new GuardedClient(target, [Portal], admissions, new GuardSettings { PerSecond = null, Retries = 0 }, new GuardLayers(handlers, bytes));
        var random = new Random(seed);
        int sent = 0;
        for (int i = 0; i < Calls; i++)
        {
            sent += await Try(client, admissions, random) ? 1 : 0;
        }

        IReadOnlyList<SentRequest> requests = server.Requests;
        TestContext.Out.WriteLine($"{sent} of {Calls} calls were let through, {requests.Count} requests arrived");
        requests.Should().HaveCountGreaterThanOrEqualTo(sent).And.NotBeEmpty();
        requests.Should().OnlyContain(r => r.Line.StartsWith("GET /admin.example.com/", StringComparison.Ordinal) && r.Line.EndsWith(" HTTP/1.1", StringComparison.Ordinal) && r.BodyLength == 0);
        requests.Should().OnlyContain(r => r.Line.Count(c => c == ' ') == 2 && !r.Line.Contains("$batch", StringComparison.OrdinalIgnoreCase) && !r.Target.Contains("/../", StringComparison.Ordinal));
        requests.SelectMany(r => r.Headers).Select(h => h.Split(':')[0]).Distinct().Should().BeSubsetOf(["Host", "Accept", "User-Agent", "Cookie", "Authorization", "Referer"]);
    }

    private static async Task<bool> Try(GuardedClient client, Admissions admissions, Random random)
    {
        string address = random.Next(3) == 0 ? "/api/things" : "/api" + string.Concat(random.GetItems(Pieces, random.Next(1, 6)));
        Operation operation = DriftBench.Get(random.Next(2) == 0 ? "/api/{x}" : "/api/things") with { Method = random.GetItems(Methods, 1)[0] };
        if (admissions.Ask(operation, "admin.example.com", address, out _) is not { } leave)
        {
            return false;
        }

        KeyValuePair<string, string>[] headers = random.Next(2) == 0 ? [] : [KeyValuePair.Create(random.GetItems(HeaderNames, 1)[0], random.GetItems(HeaderValues, 1)[0])];
        try
        {
            using GuardedAnswer? answer = await client.Get(leave, new CallCredentials(headers, random.Next(4) == 0 ? "FedAuth=x" : "", []), default);
            return answer is not null;
        }
        catch (Exception exception) when (exception is GuardViolationException or HttpRequestException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
