using Harness.Contracts.Families;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Faults;

/// <summary>Every family throttles, fails and hangs up on demand, in its own words where it has some.</summary>
internal sealed class FamilyThrottlingTests
{
    private RunningServer _server = null!;
    private ILookup<string, OperationRow> _rows = null!;

    private static IEnumerable<string> Families => DeclaredOperations.OfCore.Families.Select(f => f.Id);

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start();
        _rows = (await _server.Operations()).ToLookup(r => r.Family, StringComparer.Ordinal);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Families))]
    public async Task A_family_throttles_in_its_own_words_and_nobody_else_does(string id)
    {
        OperationRow row = _rows[id].First(r => r.Method == "GET" || id == "exchange-admin-api");
        PortalSession session = await _server.SessionFor(row);
        await _server.Control(HttpMethod.Post, "quirks", new { family = id, kind = "throttle", count = 1 });

        PortalAnswer throttled = await _server.Call(row, session);

        throttled.Decision.Should().Be("quirk/throttled");
        Family family = DeclaredOperations.OfCore.Family(id);
        if (family.Refusals.TryGetValue("throttled", out Refusal? own))
        {
            RefusalShape.Difference(own, throttled).Should().BeNull();
            own.Headers.Keys.Except(throttled.Headers.Keys, StringComparer.OrdinalIgnoreCase).Should().BeEmpty();
        }
        else
        {
            throttled.Status.Should().Be(429);
            throttled.Headers.Should().ContainKey("Retry-After");
        }

        family.Headers.Keys.Except(throttled.Headers.Keys, StringComparer.OrdinalIgnoreCase).Should().BeEmpty();
        (await _server.Call(row, session)).Decision.Should().EndWith("/served");
    }

    [TestCaseSource(nameof(Families))]
    public async Task A_family_fails_and_hangs_up_when_told_to(string id)
    {
        OperationRow row = _rows[id].First();
        PortalSession session = await _server.SessionFor(row);
        await _server.Control(HttpMethod.Post, "quirks", new { family = id, operation = row.Name, kind = "error", status = 503, count = 1 });
        (await _server.Call(row, session)).Should().Match<PortalAnswer>(a => a.Status == 503 && a.Decision == "quirk/injected");

        await _server.Control(HttpMethod.Post, "quirks", new { family = id, operation = row.Name, kind = "reset", count = 1 });
        Func<Task> call = () => _server.Call(row, session);

        await call.Should().ThrowAsync<HttpRequestException>();
        (await _server.Call(row, session)).Decision.Should().EndWith("/served");
    }

    [Test]
    public async Task A_backend_behind_a_family_throttles_in_its_own_words()
    {
        OperationRow row = _rows["power-platform"].First(r => r.Method == "GET" && r.Path.StartsWith("/api/data/", StringComparison.Ordinal));
        await _server.Control(HttpMethod.Post, "quirks", new { family = "power-platform", kind = "throttle" });

        PortalAnswer throttled = await _server.Call(row, await _server.SessionFor(row));

        throttled.Status.Should().Be(429);
        throttled.Text.Should().Contain("0x80072322");
        throttled.Headers.Should().ContainKey("x-ms-ratelimit-burst-remaining-xrm-requests");
    }

    [Test]
    public async Task A_wait_of_ones_own_choice_stands_once_in_the_answer()
    {
        OperationRow row = _rows["sharepoint-admin"].First(r => r.Method == "GET");
        await _server.Control(HttpMethod.Post, "quirks", new { family = "sharepoint-admin", kind = "throttle", retryAfter = 7 });

        (await _server.Call(row, await _server.SessionFor(row))).Headers["Retry-After"].Should().Be("7");
    }
}
