using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class MultiTenantDefenderTests() : ServerTests(o => o with { Families = ["defender"] })
{
    private const string Host = "mto.security.microsoft.com";
    private const string Picker = "/apiproxy/mtoapi/tenants/TenantPicker";
    private const string ContosoE3 = "cb1c13b2-c66a-495c-aebe-48f739b3cb7c";

    [TestCase("global-admin", 3)]
    [TestCase("security-reader", 1)]
    [TestCase("no-roles", 1)]
    public async Task The_tenant_picker_shows_the_personas_tenants(string persona, int tenants)
    {
        var list = (await Server.Call("defender", "GET", Host, Picker, persona)).Json!["tenantInfoList"]!.AsArray();

        list.Should().HaveCount(tenants);
        list[0].Text("tenantId").Should().Be("f3ebf024-0c96-4929-9a1c-210feb673958");
    }

    [TestCase("global-admin", 200)]
    [TestCase("security-reader", 403)]
    public async Task A_tenant_that_fails_fails_inside_a_200(string persona, int status)
    {
        PortalAnswer answer = await Server.Call("defender", "GET", Host, $"/apiproxy/mtoapi/mtp/CaseManagement/be/cases?tenantIds[]={ContosoE3}", persona);

        answer.Status.Should().Be(200);
        ((int)answer.Json!["metadata"]!["responses"]![ContosoE3]![0]!["status"]!).Should().Be(status);
        answer.Json["metadata"]!["completedTenants"]!.AsArray().Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Test]
    public async Task A_call_without_the_routing_hint_is_an_invalid_proxy_prefix()
    {
        PortalSession session = await Server.SessionFor("defender", "GET", Host, Picker);
        session.Headers.Remove("mtoproxyurl");

        PortalAnswer answer = await Server.Call("GET", Host + Picker, session);

        answer.Status.Should().Be(400);
        answer.Text.Should().Be("""{"Error":"InvalidProxyPrefix"}""");
        answer.Decision.Should().Be("access/header-missing");
    }

    [Test]
    public async Task The_header_must_hold_the_cookie_decoded()
    {
        PortalSession session = await Server.SessionFor("defender", "GET", Host, Picker);
        const string encoded = "first%3Asecond%2B";
        session.Cookies["XSRF-TOKEN"] = encoded;

        session.Headers["X-XSRF-TOKEN"] = encoded;
        (await Server.Call("GET", Host + Picker, session)).Decision.Should().Be("access/xsrf-mismatch");
        session.Headers["X-XSRF-TOKEN"] = "first:second+";
        (await Server.Call("GET", Host + Picker, session)).Status.Should().Be(200);
    }

    [TestCase("/apiproxy/mtoapi/nowhere/x", 400, "application/json")]
    [TestCase("/apiproxy/mtoapi/mtp/nowhere", 404, "text/plain")]
    [TestCase("/apiproxy/mcas/nowhere", 404, "text/html")]
    [TestCase("/apiproxy/msgraph/nowhere", 404, "application/json")]
    [TestCase("/apiproxy/nowhere", 404, "text/plain")]
    public async Task Prefixes_refuse_unknown_paths_in_their_own_words(string path, int status, string contentType)
    {
        PortalSession session = await Server.SessionFor("defender", "GET", Host, Picker);

        PortalAnswer answer = await Server.Call("GET", Host + path, session);

        (answer.Status, answer.ContentType).Should().Be((status, contentType));
        answer.Decision.Should().Be("match/no-such-operation");
    }

    [Test]
    public async Task A_trial_without_its_scope_is_refused()
    {
        (await Server.Call("defender", "GET", Host, "/apiproxy/mtoapi/cdssecuritycopilot/trial")).Decision.Should().Be("quirk/query-missing");
        (await Server.Call("defender", "GET", Host, "/apiproxy/mtoapi/cdssecuritycopilot/trial?scope=tenant")).Status.Should().Be(200);
    }
}
