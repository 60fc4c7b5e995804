using Harness.Mock;

namespace Harness.Tests.Support;

/// <summary>Tests that share one server and each begin with its seed, its clock and its tenant as they were.</summary>
internal abstract class ServerTests(Func<MockServerOptions, MockServerOptions>? change = null)
{
    protected RunningServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Server = await RunningServer.Start(change);

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await Server.Control(HttpMethod.Post, "reset");
}
