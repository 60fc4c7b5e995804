using System.Text.RegularExpressions;
using Harness.Tests.Conventions;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class OnlyClientTests
{
    // Each of these is looked at by hand; one more needs a reason.
    private static readonly string[] Excepted =
    [
        "src/Harness.Drift/Credentials/AzureCliKind.cs",
        "src/Harness.Drift/Credentials/MockControl.cs",
        "src/Harness.Drift/Guard/GuardedClient.cs",
        "src/Harness.Drift/Guard/GuardedTransport.cs",
    ];

    [Rail("R02")]
    [Test]
    public void No_other_file_of_the_runner_may_name_a_client_a_socket_or_a_process() =>
        Drift().Where(f => SourceFiles.Read(f).Contains("RS0030", StringComparison.Ordinal)).Should().BeEquivalentTo(Excepted);

    [Rail("R02")]
    [Test]
    public void Clients_sockets_and_processes_are_banned_in_the_runner()
    {
        string project = SourceFiles.Read("src/Harness.Drift/Harness.Drift.csproj");
        string banned = SourceFiles.Read("src/Harness.Drift/BannedSymbols.Network.txt");

        project.Should().Contain("BannedSymbols.Network.txt");
        foreach (string type in new[] { "HttpClient", "HttpClientHandler", "SocketsHttpHandler", "HttpMessageInvoker", "WebRequest", "Socket", "TcpClient", "Process", "DllImportAttribute" })
        {
            banned.Should().MatchRegex($@"(?m)^T:[\w.]+\.{type};");
        }
    }

    [Rail("R09")]
    [Rail("R18")]
    [Test]
    public void The_runner_has_no_browser_and_no_way_around_certificates()
    {
        var way = new Regex("Microsoft\\.Playwright|IAPIRequestContext|RemoteCertificateValidationCallback|ServerCertificateCustomValidationCallback|DangerousAcceptAny", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Drift().Where(f => way.IsMatch(SourceFiles.Read(f))).Should().BeEmpty();
        File.ReadAllText(Path.Combine(Repository.Root, "src/Harness.Drift/Harness.Drift.csproj")).Should().NotContain("Playwright");
    }

    private static IEnumerable<string> Drift() => SourceFiles.CSharp.Where(f => f.StartsWith("src/Harness.Drift/", StringComparison.Ordinal));
}
