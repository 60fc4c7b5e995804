using System.IO.Compression;
using System.Text;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Har;

/// <summary>Files, archives and folders of recorded traffic.</summary>
internal sealed class HarSourceTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_body_in_a_side_file_is_found_beside_the_HAR()
    {
        Put("trace.har", ExportedHar.File("Playwright", ExportedHar.Entry("Playwright")));
        Put("body.json", Encoding.UTF8.GetBytes(ExportedHar.Body));

        BodyOf("trace.har").Should().Be(ExportedHar.Body);
    }

    [TestCase("trace.zip")]
    [TestCase("trace.har")]
    public void A_body_in_a_side_file_is_found_in_the_archive_whatever_it_is_called(string name)
    {
        Archive(name, ("har.har", ExportedHar.File("Playwright", ExportedHar.Entry("Playwright"))), ("body.json", Encoding.UTF8.GetBytes(ExportedHar.Body)));

        BodyOf(name).Should().Be(ExportedHar.Body);
    }

    [TestCase("../body.json")]
    [TestCase("/etc/hostname")]
    [TestCase("..")]
    public void A_side_file_is_never_looked_for_elsewhere(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "inner"));
        Put("body.json", [1]);
        System.Text.Json.Nodes.JsonObject entry = ExportedHar.Entry("Playwright");
        entry["response"]!["content"]!["_file"] = name;
        Put("inner/trace.har", ExportedHar.File("Playwright", entry));

        BodyOf("inner/trace.har").Should().BeNull();
    }

    [Test]
    public void An_archive_that_leads_out_of_its_folder_is_refused()
    {
        Archive("bad.zip", ("../x.har", []));

        Problems("bad.zip").Should().ContainSingle().Which.Should().Contain("leads out of its folder");
    }

    [Test]
    public void An_archive_that_unpacks_to_far_more_than_it_is_is_refused()
    {
        Archive("bomb.zip", ("x.har", new byte[50_000_000]));

        Problems("bomb.zip").Should().ContainSingle().Which.Should().Contain("far more than it is");
    }

    [Test]
    public void Sanitizing_keeps_the_layout_and_tells_how_far_it_is()
    {
        Put("in/a/trace.har", ExportedHar.File("Playwright", ExportedHar.Entry("Playwright")));
        Put("in/a/body.json", "{\"displayName\":\"Ann Leeberg\",\"userPrincipalName\":\"ann.leeberg@fabrikamx7.de\"}"u8.ToArray());
        Archive("in/b.zip", ("har.har", ExportedHar.File("Playwright", ExportedHar.Entry("Playwright"))), ("body.json", "{\"mail\":\"ann.leeberg@fabrikamx7.de\"}"u8.ToArray()));
        var problems = new List<ContractProblem>();
        var told = new List<long>();

        SanitizerReport? report = SanitizingRun.Run(Path.Combine(_folder.Path, "in"), Path.Combine(_folder.Path, "out"), SanitizedHar.Options(), problems, new Told(told));

        problems.Should().BeEmpty();
        report!.Entries.Should().Be(2);
        told.Sum().Should().BePositive();
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(_folder.Path, "out", "b.zip"));
        using var reader = new StreamReader(archive.GetEntry("body.json")!.Open());
        string packed = reader.ReadToEnd(), plain = File.ReadAllText(Path.Combine(_folder.Path, "out", "a", "body.json"));
        (packed + plain).Should().NotContainAny("leeberg", "Leeberg", "fabrikamx7");
        string address = System.Text.Json.Nodes.JsonNode.Parse(packed)!["mail"]!.GetValue<string>();
        plain.Should().Contain(address);
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public void A_body_exported_compressed_is_cleaned_and_can_be_read(string encoding)
    {
        System.Text.Json.Nodes.JsonObject entry = ExportedHar.Entry("mitmproxy");
        entry["response"]!["headers"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["name"] = "content-encoding", ["value"] = encoding });
        entry["response"]!["content"]!["text"] = Convert.ToBase64String(Packed("{\"mail\":\"ann.leeberg@fabrikamx7.de\",\"state\":\"active\"}"u8.ToArray(), encoding));
        var har = new HarEntry(Encoding.UTF8.GetBytes(entry.ToJsonString()), 1);
        var sanitizer = new Sanitizer(SanitizedHar.Options());
        sanitizer.Learn(har);

        HarContent content = sanitizer.Clean(har).Response.Content!;

        Encoding.UTF8.GetString(content.Bytes(new HarInMemory("x"))!).Should().Contain("\"state\":\"active\"").And.NotContain("leeberg").And.Contain("@d");
    }

    private static byte[] Packed(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new ZLibStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private void Put(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private void Archive(string name, params (string Name, byte[] Bytes)[] files)
    {
        string path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string file, byte[] bytes) in files)
        {
            using Stream stream = archive.CreateEntry(file).Open();
            stream.Write(bytes);
        }
    }

    private string? BodyOf(string name)
    {
        var problems = new List<ContractProblem>();
        using HarSource source = HarSource.Open(Path.Combine(_folder.Path, name), problems);
        HarPackage package = source.Packages.Single();
        return package.Entries(problems).Single().Response.Content!.Bytes(package) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    private string[] Problems(string name)
    {
        var problems = new List<ContractProblem>();
        using HarSource source = HarSource.Open(Path.Combine(_folder.Path, name), problems);
        return [.. problems.Select(p => p.ToString())];
    }

    private sealed class Told(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
