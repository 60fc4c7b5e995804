namespace Harness.Tests.Identity;

/// <summary>Tests of the token service that share one server and each begin with nobody signed in.</summary>
internal abstract class EntraTests
{
    protected EntraServer Entra { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Entra = await EntraServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await Entra.DisposeAsync();

    [SetUp]
    public async Task Reset() => await Entra.Server.Control(HttpMethod.Post, "reset");
}
