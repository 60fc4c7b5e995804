using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class AddressingTests
{
    private static readonly string[] OwnToOneAnswer = ["x-harness-exchange", "Date"];

    private RunningServer _server = null!;
    private IReadOnlyList<OperationRow> _rows = null!;

    private static IEnumerable<string> Families => DeclaredOperations.OfCore.Families.Select(f => f.Id);

    private static IEnumerable<string> FamiliesThatRead => DeclaredOperations.OfCore.All.Where(o => o.Method == "GET").Select(o => o.Family).Distinct();

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start();
        _rows = await _server.Operations();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCaseSource(nameof(Families))]
    public async Task Path_Host_header_and_subdomain_reach_the_same_operation_and_get_the_same_bytes(string family)
    {
        foreach (OperationRow row in _rows.Where(r => r.Family == family && r.Method == "GET").DistinctBy(r => r.Host))
        {
            PortalSession session = await _server.SessionFor(row);
            PortalAnswer byPath = await _server.Call(row, session);
            PortalAnswer byHost = await CallAs(row.Host, row, session);
            PortalAnswer byHostAndPort = await CallAs($"{row.Host.ToUpperInvariant()}:{_server.Server.Http.Port}", row, session);
            PortalAnswer bySubdomain = await CallAs($"{row.Host}.localhost:{_server.Server.Http.Port}", row, session);

            byPath.Decision.Should().EndWith("/served", $"{row}");
            (await Operation(bySubdomain)).Should().Be(row.Name);
            foreach (PortalAnswer other in new[] { byHost, byHostAndPort, bySubdomain })
            {
                Same(other, byPath).Should().BeTrue($"{row} has one answer, however it is addressed: {byPath} and {other}");
            }
        }
    }

    [Test]
    public async Task A_whole_url_as_request_target_names_the_portal_whatever_the_Host_header_says()
    {
        OperationRow row = _rows.First(r => r.Family == "entra-idgov" && r.Method == "GET");

        RawAnswer answer = await RawSocket.Send(_server.Server.Http, $"GET http://{row.Host}{row.ExamplePath} HTTP/1.1\r\nHost: {row.Host}\r\nConnection: close\r\n\r\n");

        answer.Decision.Should().Be("access/token-missing");
    }

    [TestCase("contoso-admin.sharepoint.com", true)]
    [TestCase("fabrikam-admin.sharepoint.com", true)]
    [TestCase("a-b-c-admin.sharepoint.com", true)]
    [TestCase("a.b-admin.sharepoint.com", false)]
    [TestCase("-admin.sharepoint.com", false)]
    [TestCase("contoso-admin.sharepoint.com.example", false)]
    public async Task A_host_template_takes_any_label_and_nothing_but_a_label(string host, bool declared)
    {
        PortalAnswer byPath = await _server.Call("GET", $"{host}/_api/TenantAdminEndpoints");
        PortalAnswer byHost = await _server.Call("GET", "_api/TenantAdminEndpoints", change: r => r.Headers.Host = host);

        byPath.Decision.Should().Be(declared ? "access/cookie-missing" : "");
        byHost.Decision.Should().Be(byPath.Decision);
        byPath.ContentType.Should().Be(declared ? "application/json" : "application/problem+json");
    }

    [Test]
    public async Task A_session_for_another_tenants_label_serves_that_label()
    {
        PortalSession session = await _server.Session("sharepoint-admin", new { @for = new { method = "GET", host = "fabrikam-admin.sharepoint.com", path = "/_api/TenantAdminEndpoints" } });

        (await _server.Call("GET", "fabrikam-admin.sharepoint.com/_api/TenantAdminEndpoints", session)).Decision.Should().Be("synthesis/served");
    }

    [TestCase("GET", "nobody.example/some/path")]
    [TestCase("GET", "some/path")]
    [TestCase("POST", "favicon.ico")]
    [TestCase("DELETE", "%2e%2e/etc/passwd")]
    [TestCase("GET", "security.microsoft.com.example/apiproxy")]
    public async Task On_the_servers_own_address_a_path_that_is_nobodys_is_a_problem_that_says_how_to_address_a_portal(string method, string target)
    {
        PortalAnswer answer = await _server.Call(method, target);

        answer.Status.Should().Be(404);
        answer.ContentType.Should().Be("application/problem+json");
        ((string)answer.Json!["detail"]!).Should().Contain("Host header");
        answer.Headers.Should().NotContainKey("x-harness-exchange");
    }

    [TestCaseSource(nameof(Families))]
    public async Task A_path_with_another_method_is_405_and_Allow_names_its_methods(string family)
    {
        OperationRow row = _rows.First(r => r.Family == family);

        PortalAnswer answer = await _server.Call("PROPFIND", row.Target());

        answer.Decision.Should().Be("match/method-not-allowed");
        answer.Headers["Allow"].Split(", ").Should().Contain(row.Method).And.OnlyHaveUniqueItems();
        answer.Status.Should().Be(DeclaredOperations.OfCore.Family(family).Refusals[DeclaredOperations.OfCore.Family(family).WrongMethod].Status);
    }

    [TestCase("security.microsoft.com/apiproxy/mtp/tvm/analytics/changeEvents/", "GET /apiproxy/mtp/tvm/analytics/changeEvents/")]
    [TestCase("security.microsoft.com/apiproxy/mtp/tvm/analytics/changeevents", "GET /apiproxy/mtp/tvm/analytics/changeevents")]
    [TestCase("security.microsoft.com/APIPROXY/MTP/TVM/ANALYTICS/CHANGEEVENTS", "GET /apiproxy/mtp/tvm/analytics/changeevents")]
    [TestCase("teams.microsoft.com/api/mt//beta/me/engagementSurfaces", "GET /api/mt//beta/me/engagementSurfaces")]
    [TestCase("contoso-admin.sharepoint.com/%5Fapi/TenantAdminEndpoints", "GET /_api/TenantAdminEndpoints")]
    public async Task Slashes_and_letters_on_the_wire_reach_their_own_operation(string target, string operation) =>
        (await Operation(await _server.Call("GET", target))).Should().Be(operation);

    [TestCaseSource(nameof(FamiliesThatRead))]
    public async Task HEAD_is_GET_without_the_body(string family)
    {
        OperationRow row = _rows.First(r => r.Family == family && r.Method == "GET");
        PortalSession session = await _server.SessionFor(row);
        PortalAnswer whole = await _server.Call(row, session);
        string headers = string.Concat(session.Headers.Select(h => $"{h.Key}: {h.Value}\r\n"));
        string cookies = string.Join("; ", session.Cookies.Select(c => $"{c.Key}={c.Value}"));
        RawAnswer head = await RawSocket.Send(
            _server.Server.Http,
            $"HEAD {row.PathAndQuery(session.Query)} HTTP/1.1\r\nHost: {row.Host}\r\n{headers}{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}Connection: close\r\n\r\n");

        head.Status.Should().Be(whole.Status);
        head.Decision.Should().Be(whole.Decision);
        head.Body.Should().BeEmpty();
        head.ContentLength.Should().Be(whole.Status == 204 ? null : whole.Bytes.Length);
    }

    private async Task<PortalAnswer> CallAs(string host, OperationRow row, PortalSession session) =>
        await _server.Call(row.Method, row.PathAndQuery(session.Query).TrimStart('/'), session, request =>
        {
            request.Headers.Host = host;
            row.PutBody(request);
        });

    private async Task<string?> Operation(PortalAnswer answer)
    {
        JsonNode exchange = await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        return (string?)exchange["operation"];
    }

    private static bool Same(PortalAnswer one, PortalAnswer other) =>
        one.Status == other.Status && MintedSecrets.Masked(one.Latin) == MintedSecrets.Masked(other.Latin) && Comparable(one).SequenceEqual(Comparable(other));

    // Portals stamp their answers with ids of their own; that they are there is the same, not what they say.
    private static IEnumerable<string> Comparable(PortalAnswer answer) => answer.Headers
        .Where(h => !OwnToOneAnswer.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
        .Select(h => $"{h.Key}: {(Guid.TryParse(h.Value, out _) ? "id" : h.Value)}")
        .Order(StringComparer.Ordinal);
}
