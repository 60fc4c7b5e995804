using System.IO.Compression;
using System.Text;
using Harness.Contracts;
using Harness.Contracts.Sources;

namespace Harness.Tests.Contracts.Sources;

internal sealed class ZipFilesTests
{
    private string _archive = "";

    [SetUp]
    public void NameArchive() => _archive = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");

    [TearDown]
    public void DeleteArchive() => File.Delete(_archive);

    [TestCase("../evil.yml")]
    [TestCase("a/../../evil.yml")]
    [TestCase("/etc/evil.yml")]
    [TestCase("a\\..\\..\\evil.yml")]
    [TestCase("C:/evil.yml")]
    public void An_entry_that_leaves_the_archive_is_refused_and_the_others_are_read(string name)
    {
        Pack((name, "x: 1"), ("one/openapi.yml", "x: 1"));
        var problems = new List<ContractProblem>();

        ZipFiles? files = ZipFiles.Open(_archive, problems);

        problems.Should().ContainSingle().Which.What.Should().Be("the entry's name leaves the archive");
        files!.FilesUnder("").Should().Equal("one/openapi.yml");
    }

    [Test]
    public void An_entry_that_unpacks_to_more_than_a_contract_is_refused()
    {
        Pack(("one/openapi.yml", "x: 1"), ("one/bomb.yml", new string(' ', 9 * 1024 * 1024)));
        var problems = new List<ContractProblem>();

        ZipFiles? files = ZipFiles.Open(_archive, problems);

        problems.Should().ContainSingle().Which.Path.Should().EndWith("one/bomb.yml");
        files!.FilesUnder("").Should().Equal("one/openapi.yml");
    }

    [Test]
    public void A_file_that_is_no_archive_is_a_problem()
    {
        File.WriteAllText(_archive, "PK no");
        var problems = new List<ContractProblem>();

        ZipFiles.Open(_archive, problems).Should().BeNull();
        problems.Should().ContainSingle();
    }

    private void Pack(params (string Name, string Content)[] entries)
    {
        using ZipArchive archive = ZipFile.Open(_archive, ZipArchiveMode.Create);
        foreach ((string name, string content) in entries)
        {
            using Stream stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
