using System.Text;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Drift.Inference;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Probing;

/// <summary>What an answer holds must lead nowhere and break nothing.</summary>
internal sealed class HostileAnswerTests
{
    private const string Reviewed = "safeGets: [{ paths: [\"/api/**\"], reason: reads }]\nunsafeGets: [{ paths: [\"/api/zebras/mint\"], reason: mints }]";
    private const string Variable = "HARNESS_TEST_HOSTILE";

    private TemporaryFolder _data = null!;

    [SetUp]
    public void Make()
    {
        _data = new TemporaryFolder();
        Environment.SetEnvironmentVariable(Variable, MakeBelieveToken.Reading(DriftBench.Tenant, "https://manage.office.com", TimeProvider.System.GetUtcNow().AddHours(1)));
    }

    [TearDown]
    public void Remove() => _data.Dispose();

    [Rail("R10")]
    [Test]
    public async Task Ids_that_would_lead_elsewhere_are_left_and_a_sound_one_is_used()
    {
        string[] hostile = ["../../admin", "..", "x/y", "x\\\\y", "x\\r\\nX-HTTP-Method-Override: DELETE", "%0d%0aX-Injected: 1", "%2e%2e", "a?b=c", "a#b", "a%2fb", "\\u0000"];
        string list = string.Join(',', hostile.Append("sound-1").Select(i => $"{{\"id\":\"{i}\"}}"));

        IReadOnlyList<SentRequest> sent = await Run(Json($"{{\"value\":[{list}]}}"), "/api/zebras", "/api/zebras/{zebraId}");

        sent.Select(r => r.Target).Should().BeEquivalentTo("/admin.example.com/api/zebras", "/admin.example.com/api/zebras/sound-1");
    }

    [Rail("R10")]
    [Test]
    public async Task An_id_that_is_the_name_of_another_operation_is_not_asked_for()
    {
        IReadOnlyList<SentRequest> sent = await Run(Json("{\"value\":[{\"id\":\"mint\"},{\"id\":\"MINT\"}]}"), "/api/zebras", "/api/zebras/{zebraId}");

        sent.Select(r => r.Target).Should().Equal("/admin.example.com/api/zebras");
    }

    [Rail("R11")]
    [TestCase("nextLink")]
    [TestCase("@odata.nextLink")]
    [TestCase("odata.nextLink")]
    [TestCase("@odata.deltaLink")]
    [TestCase("next")]
    [TestCase("href")]
    public async Task A_link_in_an_answer_is_not_followed(string member)
    {
        await using RecordingProxy elsewhere = RecordingProxy.Answering();
        string body = $"{{\"{member}\":\"{elsewhere.Address}api/zebras?$skiptoken=2\",\"_links\":{{\"next\":{{\"href\":\"/api/zebras/delete\"}}}},\"value\":[]}}";

        IReadOnlyList<SentRequest> sent = await Run(Json(body), "/api/zebras");

        elsewhere.Bytes.Should().Be(0);
        sent.Should().ContainSingle();
    }

    [Rail("R12")]
    [TestCase(401)]
    [TestCase(440)]
    public async Task A_portal_that_refuses_everybody_is_not_asked_on_and_on(int status)
    {
        string[] paths = [.. Enumerable.Range(0, 200).Select(i => $"/api/list{i}"), "/api/health"];

        IReadOnlyList<SentRequest> sent = await RunWith($"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n", "canaries: [\"GET /api/health\"]", paths);

        sent.Should().HaveCountLessThan(25);
    }

    [Rail("R03")]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_that_keeps_the_method_leads_a_run_nowhere(int status)
    {
        await using RecordingProxy elsewhere = RecordingProxy.Answering();

        IReadOnlyList<SentRequest> sent = await Run($"HTTP/1.1 {status} Moved\r\nLocation: {elsewhere.Address}api/mint\r\nContent-Length: 0\r\n\r\n", "/api/zebras", "/api/lions");

        elsewhere.Bytes.Should().Be(0);
        sent.Select(r => r.Target).Should().BeEquivalentTo("/admin.example.com/api/zebras", "/admin.example.com/api/lions");
    }

    [Rail("R17")]
    [TestCase("[", 200_000)]
    [TestCase("{\"a\":", 200_000)]
    public async Task A_document_without_bottom_is_no_document(string piece, int times)
    {
        string bomb = new StringBuilder().Insert(0, piece, times).ToString();

        ShapeReader.TryRead(Encoding.UTF8.GetBytes(bomb)).Should().BeNull();
        (await Run(Json(bomb), "/api/zebras", "/api/zebras/{zebraId}")).Should().ContainSingle();
    }

    [Rail("R17")]
    [Test]
    public async Task A_packed_answer_stays_packed()
    {
        await using RecordingProxy portal = RecordingProxy.Answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");

        Observation seen = (await Observe(portal, Reviewed, "/api/zebras")).Should().ContainSingle().Subject;

        seen.Should().BeEquivalentTo(new { BodyKind = BodyKind.Binary, Bytes = 2L });
        seen.Body.Should().BeNull();
        portal.Requests.Single().Headers.Should().NotContain(h => h.StartsWith("Accept-Encoding", StringComparison.OrdinalIgnoreCase));
    }

    private static string Json(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private Task<IReadOnlyList<SentRequest>> Run(string answer, params string[] paths) => RunWith(answer, "", paths);

    private async Task<IReadOnlyList<SentRequest>> RunWith(string answer, string lines, params string[] paths)
    {
        await using RecordingProxy portal = RecordingProxy.Answering(answer);
        await Observe(portal, $"{Reviewed}\n{lines}", paths);
        return portal.Requests;
    }

    private Task<List<Observation>> Observe(RecordingProxy portal, string lines, params string[] paths)
    {
        Target target = DriftBench.At(portal.Address) with
        {
            Credentials = new CredentialSettings("token-env", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["variables"] = [Variable] }),
        };
        Family family = DriftBench.Family(lines);
        Plan plan = DriftBench.Plan(target, new CompiledContracts { Families = [family], Operations = [.. paths.Select(p => DriftBench.Get(p))], Problems = [], ContentHash = "" });
        return DriftBench.Observe(plan, DriftBench.Options(_data.Path));
    }
}
