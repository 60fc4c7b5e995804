using System.Text.Json.Nodes;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.State;

internal sealed class BatchTests
{
    private RunningServer _server = null!;
    private string _dataverse = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Families = ["m365-admin", "power-platform"] });
        _dataverse = $"{(string)(await _server.Control("tenant"))["hosts"]!["organization"]!}.crm.dynamics.com";
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task A_part_whose_forerunner_failed_is_not_run()
    {
        JsonArray responses = await Json("""
            {"requests":[
              {"id":"1","method":"GET","url":"/no/such/route"},
              {"id":"2","method":"GET","url":"/devices","dependsOn":["1"]},
              {"id":"3","method":"GET","url":"/devices","dependsOn":["2"]},
              {"id":"4","method":"GET","url":"/devices"},
              {"id":"5","method":"GET","url":"/devices?$top=1","dependsOn":["4"]}]}
            """);

        responses.Select(r => (int)r!["status"]!).Should().Equal(404, 424, 424, 200, 200);
        ((string)responses[1]!["body"]!["error"]!["code"]!).Should().Be("FailedDependency");
        ((JsonArray)responses[4]!["body"]!["value"]!).Should().HaveCount(1);
    }

    [TestCase("""{"requests":[{"id":"1","method":"GET","url":"/devices","dependsOn":["2"]},{"id":"2","method":"GET","url":"/devices"}]}""", "does not come before it")]
    [TestCase("""{"requests":[{"id":"1","method":"GET","url":"/devices"},{"id":"1","method":"GET","url":"/devices"}]}""", "by the id '1'")]
    [TestCase("""{"requests":[{"id":"1","url":"/devices"}]}""", "lacks id, method or url")]
    public async Task A_batch_that_cannot_be_run_is_refused_as_a_whole(string body, string because)
    {
        PortalAnswer answer = await _server.Call("m365-admin", "POST", "admin.cloud.microsoft", "/fd/msgraph/v1.0/$batch", body: body);

        answer.Decision.Should().Be("state/body-invalid");
        ((string)(await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}"))["decision"]!["because"]!).Should().Contain(because);
    }

    [Test]
    public async Task A_multipart_batch_answers_each_part_with_a_message_of_its_own()
    {
        PortalAnswer answer = await Multipart(
            Part("GET /api/data/v9.0/systemusers?$top=1 HTTP/1.1\r\nAccept: application/json\r\n\r\n"),
            Part("GET roles HTTP/1.1\r\n\r\n"),
            Part($"GET https://{_dataverse}/api/data/v9.0/nothing/here HTTP/1.1\r\n\r\n"),
            Part("GET https://elsewhere.example/api/data/v9.0/roles HTTP/1.1\r\n\r\n"));

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("multipart/mixed");
        string[] messages = answer.Text.Split("HTTP/1.1 ")[1..];
        messages.Select(m => m[..3]).Should().Equal("200", "200", "404", "400");
        string json = messages[0][messages[0].IndexOf("\r\n\r\n", StringComparison.Ordinal)..];
        ((JsonArray)JsonNode.Parse(json[..(json.LastIndexOf('}') + 1)])!["value"]!).Should().HaveCount(1);
        answer.Text.Should().EndWith("--\r\n");
    }

    [Test]
    public async Task A_change_set_is_answered_by_its_first_failure_alone()
    {
        string set = "--set_1\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nGET roles HTTP/1.1\r\n\r\n\r\n"
            + "--set_1\r\nContent-Type: application/http\r\nContent-ID: 2\r\n\r\nGET nothing HTTP/1.1\r\n\r\n\r\n--set_1--\r\n";

        PortalAnswer answer = await Multipart("Content-Type: multipart/mixed; boundary=set_1\r\n\r\n" + set);

        answer.Text.Split("HTTP/1.1 ")[1..].Select(m => m[..3]).Should().Equal("404");
        answer.Text.Should().Contain("Content-ID: 2").And.NotContain("Content-ID: 1");
    }

    [Test]
    public async Task A_body_without_its_boundary_is_refused()
    {
        PortalAnswer answer = await _server.Call(
            "power-platform", "POST", _dataverse, "/api/data/v9.0/$batch", body: "no parts", contentType: "multipart/mixed; boundary=b");

        answer.Status.Should().Be(400);
        answer.Decision.Should().Be("state/body-invalid");
    }

    private static string Part(string message) => $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{message}";

    private Task<PortalAnswer> Multipart(params string[] parts) => _server.Call(
        "power-platform", "POST", _dataverse, "/api/data/v9.0/$batch", body: string.Concat(parts.Select(p => $"--b\r\n{p}\r\n")) + "--b--\r\n", contentType: "multipart/mixed; boundary=b");

    private async Task<JsonArray> Json(string body) =>
        (JsonArray)(await _server.Call("m365-admin", "POST", "admin.cloud.microsoft", "/fd/msgraph/v1.0/$batch", body: body)).Json!["responses"]!;
}
