using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.State;

internal sealed class StateTests
{
    private RunningServer _server = null!;
    private List<JsonNode> _operations = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Clock = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Seed = 7 });
        _operations = [.. ((JsonArray)(await _server.Control("operations"))["operations"]!).Select(o => o!)];
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [Test]
    public async Task What_is_listed_is_shown_changed_read_back_deleted_gone_and_there_again_after_a_reset()
    {
        JsonNode list = Find("GET", "/requests", "entra-idgov");
        JsonNode detail = Find("GET", "/requests/{requestId}", "entra-idgov");
        string id = (string)(await Call(list)).Json!["value"]![1]!["id"]!;
        string path = ((string)detail["example"]!["path"]!)[..^((string)detail["example"]!["path"]!).Split('/')[^1].Length] + id;

        (await Call(detail, path: path)).Status.Should().Be(200);
        PortalAnswer changed = await Call(Find("PATCH", "/requests/{requestId}", "entra-idgov"), path: path, body: """{"displayName":"Changed by hand"}""");
        changed.Decision.Should().Be("state/served");
        ((string?)(await Call(detail, path: path)).Json!["displayName"]).Should().Be("Changed by hand");
        ((JsonArray)(await Call(list)).Json!["value"]!).Should().ContainSingle(r => (string)r!["id"]! == id).Which!["displayName"]!.GetValue<string>().Should().Be("Changed by hand");

        (await Call(Find("DELETE", "/requests/{requestId}", "entra-idgov"), path: path)).Status.Should().BeInRange(200, 204);
        (await Call(detail, path: path)).Decision.Should().Be("state/no-such-object");
        ((JsonArray)(await Call(list)).Json!["value"]!).Should().NotContain(r => (string)r!["id"]! == id);

        await _server.Control(HttpMethod.Post, "reset");
        PortalAnswer again = await Call(detail, path: path);
        again.Status.Should().Be(200);
        ((string?)again.Json!["displayName"]).Should().NotBe("Changed by hand");
    }

    [Test]
    public async Task A_page_that_was_asked_for_before_a_write_shows_the_write_and_after_a_reset_what_it_showed_at_first()
    {
        JsonNode list = Find("GET", "/requests", "entra-idgov");
        const string Page = "$top=2";
        string before = (await Call(list, Page)).Json!.ToJsonString();
        string id = (string)JsonNode.Parse(before)!["value"]![1]!["id"]!;
        string path = (string)Find("GET", "/requests/{requestId}", "entra-idgov")["example"]!["path"]!;

        (await Call(Find("PATCH", "/requests/{requestId}", "entra-idgov"), path: $"{path[..path.LastIndexOf('/')]}/{id}", body: """{"displayName":"Changed by hand"}""")).Decision.Should().Be("state/served");
        ((string?)(await Call(list, Page)).Json!["value"]![1]!["displayName"]).Should().Be("Changed by hand");

        await _server.Control(HttpMethod.Post, "reset");
        (await Call(list, Page)).Json!.ToJsonString().Should().Be(before);
    }

    [Test]
    public async Task What_is_created_is_listed_and_shown_with_what_was_given()
    {
        JsonNode list = Find("GET", "/requests", "entra-idgov");
        JsonNode detail = Find("GET", "/requests/{requestId}", "entra-idgov");
        JsonNode create = Find("POST", "/requests", "entra-idgov");
        int before = ((JsonArray)(await Call(list)).Json!["value"]!).Count;
        var body = (JsonObject)create["example"]!["body"]!.DeepClone();
        body["displayName"] = "Brand new";

        PortalAnswer made = await Call(create, body: body.ToJsonString());
        string id = (string)made.Json!["id"]!;

        ((string?)made.Json["displayName"]).Should().Be("Brand new");
        JsonArray after = (JsonArray)(await Call(list)).Json!["value"]!;
        after.Should().HaveCount(before + 1);
        after.Should().ContainSingle(r => (string)r!["id"]! == id);
        string example = (string)detail["example"]!["path"]!;
        JsonNode shown = (await Call(detail, path: example[..(example.LastIndexOf('/') + 1)] + id)).Json!;
        ((string?)shown["displayName"]).Should().Be("Brand new");
        ((string?)shown["id"]).Should().Be(id);
    }

    [Test]
    public async Task Every_deletion_whose_object_can_be_shown_makes_it_vanish_until_a_reset()
    {
        List<string> seen = [];
        foreach (JsonNode delete in _operations.Where(o => (string)o["method"]! == "DELETE"))
        {
            JsonNode? get = _operations.Find(o => (string)o["method"]! == "GET" && (string)o["path"]! == (string)delete["path"]! && (string)o["family"]! == (string)delete["family"]!);
            if (get is null || !((string)delete["path"]!).TrimEnd('\'', ')').EndsWith('}'))
            {
                continue;
            }

            string path = (string)delete["example"]!["path"]!;
            (await Call(get, path: path)).Status.Should().Be(200, delete["path"]!.ToString());
            PortalAnswer gone = await Call(delete);
            gone.Decision.Should().Be("state/served", delete["path"]!.ToString());
            (await Call(get, path: path)).Decision.Should().Be("state/no-such-object", delete["path"]!.ToString());
            await _server.Control(HttpMethod.Post, "reset");
            (await Call(get, path: path)).Status.Should().Be(200);
            seen.Add((string)delete["path"]!);
        }

        seen.Should().HaveCountGreaterThan(3);
    }

    [Test]
    public async Task Every_example_succeeds_whatever_the_others_have_written()
    {
        List<string> failed = [];
        foreach (JsonNode operation in _operations.Where(o => (string)o["method"]! != "GET"))
        {
            PortalAnswer answer = await Call(operation);
            if (answer.Decision is not ("state/served" or "synthesis/served" or "quirk/served") && !answer.Decision.StartsWith("digest", StringComparison.Ordinal))
            {
                failed.Add($"{operation["method"]} {operation["path"]}: {answer.Status} {answer.Decision}");
            }
        }

        foreach (JsonNode operation in _operations.Where(o => (string)o["method"]! == "GET"))
        {
            PortalAnswer answer = await Call(operation);
            if (answer.Decision is "state/no-such-object" or "state/body-invalid")
            {
                failed.Add($"{operation["method"]} {operation["path"]}: {answer.Status} {answer.Decision}");
            }
        }

        failed.Should().BeEmpty();
    }

    [TestCase("{", "is no JSON")]
    [TestCase("[]", "(it|/)")]
    public async Task A_body_that_breaks_the_contract_is_refused_and_the_journal_says_where(string body, string because)
    {
        PortalAnswer answer = await Call(Find("POST", "/requests", "entra-idgov"), body: body);

        answer.Decision.Should().Be("state/body-invalid");
        JsonNode exchange = await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        ((string)exchange["decision"]!["because"]!).Should().MatchRegex(because);
    }

    [Test]
    public async Task A_write_says_what_it_would_have_done_to_a_real_tenant()
    {
        PortalAnswer answer = await Call(Find("DELETE", "/api/Users/{userId}", "entra-iam"));

        JsonNode exchange = await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        ((string)exchange["decision"]!["because"]!).Should().StartWith("In a real tenant this would delete user").And.Contain("DELETE /api/Users/{userId}");
    }

    [Test]
    public async Task A_list_is_filtered_sorted_cut_and_counted()
    {
        JsonNode list = Find("GET", "/requests", "entra-idgov");
        JsonArray all = (JsonArray)(await Call(list)).Json!["value"]!;
        string id = (string)all[1]!["id"]!;

        ((JsonArray)(await Call(list, $"$filter=id eq '{id}'")).Json!["value"]!).Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().Be(id);
        ((JsonArray)(await Call(list, $"$filter=id ne '{id}'")).Json!["value"]!).Should().HaveCount(all.Count - 1);
        ((JsonArray)(await Call(list, "$orderby=id desc")).Json!["value"]!).Select(r => (string)r!["id"]!).Should().BeInDescendingOrder(StringComparer.Ordinal);
        ((JsonArray)(await Call(list, "$top=2&$skip=1")).Json!["value"]!).Select(r => (string)r!["id"]!).Should().Equal((string)all[1]!["id"]!, (string)all[2]!["id"]!);
        ((JsonObject)(await Call(list, "$select=id&$top=1")).Json!["value"]![0]!).Select(m => m.Key).Should().Equal("id");
        ((int)(await Call(list, "$count=true&$top=1")).Json!["@odata.count"]!).Should().Be(all.Count);
        (await Call(list, "$filter=id eq")).Decision.Should().Be("state/body-invalid");
    }

    [Test]
    public async Task Following_the_next_links_visits_every_element_once()
    {
        int followed = 0;
        foreach (JsonNode list in _operations.Where(o => (string)o["method"]! == "GET"))
        {
            if ((await Call(list)) is not { Status: 200, ContentType: "application/json" } whole || whole.Json is not JsonObject document || document["value"] is not JsonArray { Count: > 2 } all
                || (await Call(list, "$top=2")).Json is not JsonObject page || page["@odata.nextLink"] is null)
            {
                continue;
            }

            List<string> seen = [];
            for (JsonObject? now = page; now is not null && seen.Count < 100;)
            {
                seen.AddRange(((JsonArray)now["value"]!).Select(r => r!.ToJsonString()));
                string? next = (string?)now["@odata.nextLink"];
                now = next is null ? null : (JsonObject)(await Call(list, new Uri(next).Query.TrimStart('?'), bare: true)).Json!;
            }

            seen.Should().Equal(all.Select(r => r!.ToJsonString()), list["path"]!.ToString());
            followed++;
        }

        followed.Should().BePositive();
    }

    [Test]
    public async Task A_batch_runs_its_parts_with_the_callers_credentials()
    {
        JsonNode batch = Find("POST", "/fd/msgraph/v1.0/$batch", "m365-admin");

        PortalAnswer answer = await Call(batch, body: """{"requests":[{"id":"1","method":"GET","url":"/devices/$count","headers":{"ConsistencyLevel":"eventual"}},{"id":"2","method":"GET","url":"/no/such/route"}]}""");

        JsonArray responses = (JsonArray)answer.Json!["responses"]!;
        ((int)responses[0]!["status"]!).Should().Be(200);
        ((int)responses[1]!["status"]!).Should().BeGreaterThanOrEqualTo(400);
    }

    private JsonNode Find(string method, string path, string family) => _operations.First(o =>
        (string)o["method"]! == method && (string)o["family"]! == family && ((string)o["path"]!).EndsWith(path, StringComparison.Ordinal));

    private async Task<PortalAnswer> Call(JsonNode operation, string? query = null, string? path = null, string? body = null, bool bare = false)
    {
        JsonNode example = operation["example"]!;
        PortalSession session = await _server.Session((string)operation["family"]!, new
        {
            @for = new { method = (string)operation["method"]!, host = (string)example["host"]!, path = (string)example["path"]! },
        });
        IEnumerable<KeyValuePair<string, string>> own = ((JsonObject)example["query"]!).Select(q => KeyValuePair.Create(q.Key, (string)q.Value!));
        IEnumerable<string> parameters = own.Concat(session.Query).DistinctBy(q => q.Key).Where(_ => !bare)
            .Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}").Concat(query is null ? [] : [query.Replace(" ", "%20", StringComparison.Ordinal)]);
        string text = body ?? (example["body"] is JsonValue value && value.TryGetValue(out string? plain) ? plain : example["body"]?.ToJsonString()) ?? "";
        return await _server.Call((string)operation["method"]!, $"{example["host"]}{path ?? (string)example["path"]!}?{string.Join('&', parameters)}", session, request =>
        {
            if (text.Length > 0)
            {
                request.Content = new StringContent(text, Encoding.UTF8);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse((string?)example["contentType"] ?? "application/json");
            }
        });
    }
}
