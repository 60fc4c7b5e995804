using System.Xml.Linq;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

internal sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Harness.Contracts"] = [],
        ["Harness.Stubs"] = ["Harness.Contracts"],
        ["Harness.Identity"] = ["Harness.Contracts"],
        ["Harness.Mock"] = ["Harness.Contracts", "Harness.Stubs", "Harness.Identity"],
        ["Harness.Drift"] = ["Harness.Contracts", "Harness.Stubs"],
        ["Harness.NUnit"] = ["Harness.Mock"],
        ["Harness.Cli"] = ["Harness.Contracts", "Harness.Stubs", "Harness.Identity", "Harness.Mock", "Harness.Drift"],
    };

    [Test]
    public void Every_project_is_one_of_the_seven() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Should().BeEquivalentTo(Allowed.Keys);

    [TestCaseSource(nameof(Projects))]
    public void A_project_refers_only_to_what_it_may(string project)
    {
        string file = Path.Combine(Repository.Root, "src", project, $"{project}.csproj");

        IEnumerable<string> referred = XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        referred.Should().BeSubsetOf(Allowed[project]);
    }

    [Test]
    public void Contracts_know_no_web_server_and_no_network()
    {
        IEnumerable<string> users = SourceFiles.CSharp
            .Where(f => f.StartsWith("src/Harness.Contracts/", StringComparison.Ordinal))
            .Where(f => SourceFiles.Read(f) is var text && (text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal) || text.Contains("System.Net.Http", StringComparison.Ordinal)));

        users.Should().BeEmpty();
    }

    private static string[] Projects() => [.. Allowed.Keys];
}
