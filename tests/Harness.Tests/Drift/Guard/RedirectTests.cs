using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class RedirectTests
{
    private static readonly Family Portal = DriftBench.Family("safeGets: [{ paths: [\"/api/**\"], reason: reads }]");

    [Rail("R03")]
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_is_an_answer_and_nobody_goes_there(int status)
    {
        await using RecordingProxy elsewhere = RecordingProxy.Answering();
        await using RecordingProxy server = RecordingProxy.Answering(
            $"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.Address}logout\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
        Target target = DriftBench.At(server.Address);
        var admissions = new Admissions(target, [Portal]);
        using var client = new GuardedClient(target, [Portal], admissions, new GuardSettings { PerSecond = null, Retries = 0 });
        Admission leave = admissions.Ask(DriftBench.Get("/api/things"), "admin.example.com", "/api/things", out _)!;
        var credentials = new CallCredentials([], "FedAuth=secret", []);

        using (GuardedAnswer? first = await client.Get(leave, credentials, default))
        {
            first!.Status.Should().Be(status);
        }

        using GuardedAnswer? second = await client.Get(leave, CallCredentials.None, default);

        elsewhere.Bytes.Should().Be(0);
        server.Requests.Should().HaveCount(2);
        server.Requests.Should().ContainSingle(r => r.Headers.Any(h => h.StartsWith("Cookie", StringComparison.Ordinal)), "a cookie that an answer set is not sent back");
    }
}
