namespace Harness.Tests.Guides;

/// <summary>The walk through one of Microsoft's guides, step by step, against one server.</summary>
internal abstract class GuideTests
{
    protected GuideServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Server = await GuideServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await Server.Tls.Server.Control(HttpMethod.Post, "reset");
}
