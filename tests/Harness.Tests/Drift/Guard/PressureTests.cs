using System.Diagnostics;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class PressureTests
{
    private static readonly Family Portal = DriftBench.Family("safeGets: [{ paths: [\"/api/**\"], reason: reads }]");

    [Rail("R12")]
    [Test]
    public async Task When_the_budget_is_used_up_nothing_more_is_sent()
    {
        await using RecordingProxy server = RecordingProxy.Answering();
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, MaxRequests = 3 }, out Admission leave);

        var answers = new List<GuardedAnswer?>();
        for (int i = 0; i < 5; i++)
        {
            answers.Add(await client.Get(leave, CallCredentials.None, default));
        }

        answers.Count(a => a is null).Should().Be(2);
        server.Requests.Should().HaveCount(3);
        answers.ForEach(a => a?.Dispose());
    }

    [Rail("R12")]
    [Test]
    public async Task A_host_that_says_when_to_come_back_is_not_asked_before_that()
    {
        await using RecordingProxy server = RecordingProxy.Answering("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, Retries = 1 }, out Admission leave);
        long begun = Stopwatch.GetTimestamp();

        using GuardedAnswer? answer = await client.Get(leave, CallCredentials.None, default);

        answer!.Status.Should().Be(429);
        server.Requests.Should().HaveCount(2);
        Stopwatch.GetElapsedTime(begun).Should().BeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Rail("R12")]
    [Test]
    public async Task A_host_that_wants_to_be_left_alone_for_hours_is_believed()
    {
        await using RecordingProxy server = RecordingProxy.Answering("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n");
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, Retries = 2 }, out Admission leave);

        using GuardedAnswer? answer = await client.Get(leave, CallCredentials.None, default);

        answer!.Status.Should().Be(429);
        server.Requests.Should().ContainSingle();
    }

    [Rail("R17")]
    [Test]
    public async Task A_body_without_end_is_cut_off()
    {
        string body = new('x', 300_000);
        await using RecordingProxy server = RecordingProxy.Answering($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, LargestBody = 100_000 }, out Admission leave);

        using GuardedAnswer? answer = await client.Get(leave, CallCredentials.None, default);

        answer!.IsTooLarge.Should().BeTrue();
        answer.Body.Length.Should().BeInRange(100_000, 300_000);
    }

    [Rail("R17")]
    [Test]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using RecordingProxy server = RecordingProxy.Answering("");
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, Retries = 0, Timeout = TimeSpan.FromMilliseconds(300) }, out Admission leave);

        Func<Task> ask = async () => await client.Get(leave, CallCredentials.None, default);

        await ask.Should().ThrowAsync<TimeoutException>();
    }

    [Rail("R17")]
    [Test]
    public async Task A_body_that_never_ends_is_given_up()
    {
        await using RecordingProxy server = RecordingProxy.Answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
        using GuardedClient client = Client(server, new GuardSettings { PerSecond = null, Retries = 0, Timeout = TimeSpan.FromMilliseconds(300) }, out Admission leave);

        Func<Task> ask = async () => await client.Get(leave, CallCredentials.None, default);

        await ask.Should().ThrowAsync<TimeoutException>();
    }

    [Rail("R15")]
    [Test]
    public async Task Every_request_is_written_down_without_a_value()
    {
        await using RecordingProxy server = RecordingProxy.Answering();
        var log = new AuditList();
        Target target = DriftBench.At(server.Address);
        var admissions = new Admissions(target, [Portal]);
        using var client = new GuardedClient(target, [Portal], admissions, new GuardSettings { PerSecond = null, Audit = log });
        Admission leave = admissions.Ask(DriftBench.Get("/api/things/{id}"), "admin.example.com", "/api/things/canary-id?key=canary-query", out _)!;

        using GuardedAnswer? answer = await client.Get(leave, new CallCredentials([new("Authorization", "Bearer canary-token")], "FedAuth=canary-cookie", []), default);

        AuditEntry entry = log.Entries.Should().ContainSingle().Subject;
        entry.Should().BeEquivalentTo(new { Method = "GET", Host = "admin.example.com", Path = "/api/things/{id}", Status = 200 });
        entry.ToString().Should().NotContain("canary");
    }

    private static GuardedClient Client(RecordingProxy server, GuardSettings settings, out Admission leave)
    {
        Target target = DriftBench.At(server.Address);
        var admissions = new Admissions(target, [Portal]);
        leave = admissions.Ask(DriftBench.Get("/api/things"), "admin.example.com", "/api/things", out _)!;
        return new GuardedClient(target, [Portal], admissions, settings);
    }
}
