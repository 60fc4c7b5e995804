using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary><c>harness recordings import</c> and the parts of <c>capture</c> that need no browser.</summary>
[Platform(Exclude = "Win", Reason = "Signals and sh are POSIX.")]
internal sealed class RecordingsProcessTests
{
    private const string Users = "https://security.microsoft.com/apiproxy/msgraph/v1.0/users";
    private const string Endpoints = "https://fabrikamx-admin.sharepoint.com/_api/TenantAdminEndpoints";
    private const string Cookie = "Zk3q9vX1uB7tR5wY2pL8sD4gH6jN0mC3";
    private const string Person = "ann.lee@fabrikamx.de";

    private TemporaryFolder _home = null!;

    private string Recordings => Path.Combine(_home.Path, "recordings");

    [SetUp]
    public void Make() => _home = new TemporaryFolder();

    [TearDown]
    public void Remove() => _home.Dispose();

    [Test]
    public async Task Traffic_becomes_recordings_and_an_account_of_what_was_left_out()
    {
        _home.With("portal.har", Har(Entry(Users), Entry(Users), Entry("https://elsewhere.example/a"), Entry(Endpoints, """{"value":1}"""), Entry("https://security.microsoft.com/api/log/Put", method: "POST")));

        ProcessResult ended = await Import("portal.har", "--output", "json");

        ended.ExitCode.Should().Be(0, ended.ToString());
        ended.Json()["families"]!.ToJsonString().Should().Be(
            """[{"family":"defender","operations":1,"recordings":1},{"family":"sharepoint-admin","operations":1,"recordings":1}]""");
        ((int)ended.Json()["leftOut"]!["otherHost"]!).Should().Be(1);
        ((int)ended.Json()["leftOut"]!["repeated"]!).Should().Be(1);
        Written().Should().HaveCount(2);
        (await HarnessProcess.Run(_home.Path, "recordings", "verify", Recordings)).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task No_person_and_no_session_comes_through()
    {
        _home.With("portal.har", Har(Entry(Users)));

        await Import("portal.har");

        string written = string.Concat(Written().Select(File.ReadAllText));
        written.Should().Contain("userPrincipalName").And.NotContain(Person).And.NotContain("Ann Lee").And.NotContain(Cookie);
    }

    [Test]
    public async Task Importing_again_writes_anew_what_it_has_and_leaves_the_rest()
    {
        _home.With("first.har", Har(Entry(Users), Entry(Endpoints))).With("second.har", Har(Entry(Users, """{"value":[],"again":true}""")));
        await Import("first.har");
        string endpoints = Written().Single(f => f.Contains("sharepoint-admin", StringComparison.Ordinal)), before = await File.ReadAllTextAsync(endpoints);

        ProcessResult ended = await Import("second.har");

        ended.ExitCode.Should().Be(0, ended.ToString());
        Written().Should().HaveCount(2);
        (await File.ReadAllTextAsync(endpoints)).Should().Be(before);
        (await File.ReadAllTextAsync(Written().Single(f => f.Contains("defender", StringComparison.Ordinal)))).Should().Contain("again");
        Directory.EnumerateFileSystemEntries(Recordings, ".*").Should().BeEmpty();
    }

    [Test]
    public async Task The_same_key_gives_the_same_files_and_a_person_is_the_same_in_all()
    {
        _home.With("a.har", Har(Entry(Users))).With("b.har", Har(Entry(Endpoints, $$"""{"owner":"{{Person}}"}"""))).With("key", new string('7', 64));

        await Import("a.har", "b.har", "--key-file", "key");
        string[] first = [.. Written().Select(File.ReadAllText)];
        await Import("a.har", "b.har", "--key-file", "key");

        Written().Select(File.ReadAllText).Should().Equal(first);
        string standIn = (string)JsonNode.Parse(first[0])!["Response"]!["BodyAsJson"]!["value"]![0]!["userPrincipalName"]!;
        ((string)JsonNode.Parse(first[1])!["Response"]!["BodyAsJson"]!["owner"]!).Should().Be(standIn);
    }

    [TestCase("[]", "portal.har:1:1: not a HAR")]
    [TestCase("hello", "portal.har:1:1: not valid JSON, so not a HAR")]
    [TestCase("{\n\"log\":{\n\"entries\":[\n{\"request\":{\"method\":\"GE", "portal.har:4:")]
    [TestCase("{\"log\":{}}", "portal.har: not a HAR")]
    public async Task What_is_no_whole_har_is_wrong_input_and_nothing_is_written(string text, string says)
    {
        _home.With("portal.har", text).With("good.har", Har(Entry(Users)));

        ProcessResult ended = await Import("good.har", "portal.har");

        ended.ExitCode.Should().Be(2);
        ended.Error.Should().Contain(says).And.Contain("nothing was written").And.NotContain("   at ");
        Directory.Exists(Recordings).Should().BeFalse();
    }

    [Test]
    public async Task A_file_without_a_call_of_the_family_writes_nothing_and_says_why()
    {
        _home.With("portal.har", Har(Entry(Users)));

        ProcessResult ended = await Import("portal.har", "--family", "teams");

        ended.ExitCode.Should().Be(5);
        ended.Error.Should().Contain("no call of teams in portal.har");
        ended.Output.Should().Contain("left out: 1 of hosts where no wanted family answers");
        Directory.Exists(Recordings).Should().BeFalse();
    }

    [TestCase("import", "none.har", "there is no such file")]
    [TestCase("import", "portal.har --family nonsense", "there is no family 'nonsense'; there are defender,")]
    [TestCase("import", "portal.har --key-file none", "key file")]
    [TestCase("capture", "nonsense", "there is no family 'nonsense'; there are defender,")]
    [TestCase("capture", "defender --headless", "--gateway")]
    [TestCase("capture", "defender --headless --gateway http://10.0.0.1:80", "is not this machine")]
    [TestCase("capture", "defender --headless --gateway http://127.0.0.1:9", "no server answers at http://127.0.0.1:9/")]
    [TestCase("capture", "sharepoint-admin", "--start-url")]
    [TestCase("capture", "defender --start-url nowhere", "is no address")]
    [TestCase("capture", "defender --browser no-such-browser", "no browser could be used")]
    public async Task What_cannot_be_done_is_wrong_input_and_the_message_says_what_to_do(string command, string arguments, string says)
    {
        _home.With("portal.har", Har(Entry(Users)));

        ProcessResult ended = await HarnessProcess.Run(_home.Path, ["recordings", command, .. arguments.Split(' ')]);

        ended.ExitCode.Should().Be(2);
        ended.Error.Should().Contain(says).And.NotContain("   at ");
        Directory.Exists(Recordings).Should().BeFalse();
    }

    private Task<ProcessResult> Import(params IEnumerable<string> arguments) => HarnessProcess.Run(_home.Path, ["recordings", "import", .. arguments]);

    private string[] Written() => [.. Directory.EnumerateFiles(Recordings, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Har(params JsonNode[] entries) =>
        new JsonObject { ["log"] = new JsonObject { ["version"] = "1.2", ["creator"] = new JsonObject { ["name"] = "test", ["version"] = "1" }, ["entries"] = new JsonArray(entries) } }.ToJsonString();

    private static JsonNode Entry(string url, string? body = null, string method = "GET") => new JsonObject
    {
        ["startedDateTime"] = "2026-01-02T03:04:05Z",
        ["request"] = new JsonObject { ["method"] = method, ["url"] = url, ["headers"] = new JsonArray(new JsonObject { ["name"] = "Cookie", ["value"] = $"sccauth={Cookie}" }) },
        ["response"] = new JsonObject
        {
            ["status"] = 200,
            ["headers"] = new JsonArray(),
            ["content"] = new JsonObject
            {
                ["mimeType"] = "application/json",
                ["text"] = body ?? $$"""{"value":[{"id":"5d0a1b6e-4c1f-4b7e-9a3d-0c2f6e8b1a01","displayName":"Ann Lee","userPrincipalName":"{{Person}}"}]}""",
            },
        },
    };
}
