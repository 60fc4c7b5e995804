using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class AdminBladeTests() : ServerTests(o => o with { Families = ["m365-admin"] })
{
    private const string Host = "admin.cloud.microsoft";
    private const string SearchPage = "/admin/api/searchadminapi/configurations";
    private const string HomePage = "/admin/api/navigation/darkmode";
    private const string Unbound = "/admin/api/navigation";

    [TestCase(SearchPage)]
    [TestCase(HomePage)]
    [TestCase(Unbound)]
    public async Task The_headers_of_an_operations_own_blade_open_it(string path) => (await Server.Call("m365-admin", "GET", Host, path)).Status.Should().Be(200);

    [TestCase(SearchPage, HomePage)]
    [TestCase(HomePage, SearchPage)]
    public async Task The_headers_of_another_blade_look_like_a_generic_failure(string path, string other)
    {
        PortalAnswer answer = await Server.Call("GET", Host + path, await Server.SessionFor("m365-admin", "GET", Host, other));

        answer.Status.Should().Be(403);
        answer.Decision.Should().Be("access/header-wrong");
    }

    [Test]
    public async Task Where_no_blade_is_recorded_any_will_do() =>
        (await Server.Call("GET", Host + Unbound, await Server.SessionFor("m365-admin", "GET", Host, SearchPage))).Status.Should().Be(200);

    [Test]
    public async Task A_session_that_is_none_gets_a_page_with_status_200()
    {
        PortalSession session = await Server.SessionFor("m365-admin", "GET", Host, HomePage);
        session.Cookies["AjaxSessionKey"] = session.Headers["AjaxSessionKey"] = "somebody-elses";

        PortalAnswer answer = await Server.Call("GET", Host + HomePage, session);

        (answer.Status, answer.ContentType, answer.Decision).Should().Be((200, "text/html", "access/cookie-invalid"));
    }

    [Test]
    public async Task Backup_without_billing_asks_for_payment()
    {
        const string path = "/fd/msgraph/beta/solutions/backupRestore/protectionPolicies";
        (await Server.Call("m365-admin", "GET", Host, path)).Status.Should().Be(200);
        await Server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { "Microsoft365Backup" } } });

        PortalAnswer answer = await Server.Call("m365-admin", "GET", Host, path);

        (answer.Status, answer.Decision, answer.Bytes.Length).Should().Be((402, "license/feature-off", 0));
    }
}
