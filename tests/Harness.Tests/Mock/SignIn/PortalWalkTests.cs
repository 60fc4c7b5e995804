using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.SignIn;

/// <summary>From a portal's first page to a write, with nothing but an HTTP client that keeps cookies.</summary>
internal sealed class PortalWalkTests() : ServerTests(o => o with { Families = ["defender", "sharepoint-admin"] })
{
    [Test]
    public async Task A_cookie_portal_is_walked_from_its_page_to_a_write()
    {
        const string Portal = "http://security.microsoft.com";
        using var browser = new PortalBrowser(Server);

        PortalAnswer page = await browser.SignIn($"{Portal}/incidents?tid=1", "global-admin");
        page.Status.Should().Be(200);
        page.Text.Should().Contain("Ada Brooks").And.Contain("Global Administrator");

        PortalAnswer list = await browser.Send(HttpMethod.Get, $"{Portal}/apiproxy/msgraph/v1.0/users");
        list.Status.Should().Be(200);
        string id = (string)((JsonArray)list.Json!["value"]!)[0]!["id"]!;

        PortalAnswer detail = await browser.Send(HttpMethod.Get, $"{Portal}/apiproxy/msgraph/v1.0/users/{id}");
        detail.Status.Should().Be(200);
        ((string)detail.Json!["id"]!).Should().Be(id);

        JsonContent Tag() => JsonContent.Create(new { machineId = "0123456789abcdef0123456789abcdef01234567", tag = "lab", action = "Add" });
        string encoded = browser.Cookie(Portal, "XSRF-TOKEN")!;
        string decoded = Uri.UnescapeDataString(encoded);
        encoded.Should().NotBe(decoded, "a token that reads the same either way would teach nobody to decode it");
        PortalAnswer Refused(PortalAnswer answer)
        {
            answer.Status.Should().Be(403);
            return answer;
        }

        Refused(await browser.Send(HttpMethod.Patch, $"{Portal}/apiproxy/mtp/machineTag/machineTag", r => r.Content = Tag())).Decision.Should().Be("access/xsrf-missing");
        Refused(await browser.Send(HttpMethod.Patch, $"{Portal}/apiproxy/mtp/machineTag/machineTag", r => Put(r, Tag(), encoded))).Decision.Should().Be("access/xsrf-mismatch");
        (await browser.Send(HttpMethod.Patch, $"{Portal}/apiproxy/mtp/machineTag/machineTag", r => Put(r, Tag(), decoded))).Status.Should().Be(200);
    }

    [Test]
    public async Task A_digest_portal_is_walked_from_its_page_to_a_write_and_past_the_digests_end()
    {
        string portal = $"http://contoso-admin.sharepoint.com.localhost:{Server.Server.Http.Port}";
        using var browser = new PortalBrowser(Server);

        (await browser.SignIn($"{portal}/_layouts/15/online/AdminHome.aspx")).Text.Should().Contain("Ada Brooks");
        browser.Cookie(portal, "FedAuth").Should().NotBeNullOrEmpty();
        browser.Cookie(portal, "rtFa").Should().NotBeNullOrEmpty();
        string digest = await Digest(browser, portal);

        PortalAnswer list = await Post(browser, $"{portal}/_api/SPO.Tenant/GetSitesByState", digest, new { states = new[] { 1 } });
        list.Status.Should().Be(200);
        string id = await ExampleSite();
        PortalAnswer detail = await browser.Send(HttpMethod.Get, $"{portal}{id}");
        detail.Status.Should().Be(200);
        (await Post(browser, $"{portal}/_api/SPO.Tenant/UpdateJobsWorkItems", digest, await ExampleBody())).Status.Should().Be(204);

        await Server.Control(HttpMethod.Post, "clock", new { advance = "PT31M" });
        PortalAnswer late = await Post(browser, $"{portal}/_api/SPO.Tenant/UpdateJobsWorkItems", digest, await ExampleBody());
        late.Status.Should().Be(403);
        late.Decision.Should().Be("access/digest-expired");
        (await browser.Send(HttpMethod.Get, $"{portal}{id}")).Status.Should().Be(200, "the cookies outlive the digest");
        digest = await Digest(browser, portal);
        (await Post(browser, $"{portal}/_api/SPO.Tenant/UpdateJobsWorkItems", digest, await ExampleBody())).Status.Should().Be(204);
    }

    private static void Put(HttpRequestMessage request, HttpContent body, string token)
    {
        request.Content = body;
        request.Headers.TryAddWithoutValidation("X-XSRF-TOKEN", token);
    }

    private static async Task<string> Digest(PortalBrowser browser, string portal)
    {
        PortalAnswer context = await browser.Send(HttpMethod.Post, $"{portal}/_api/contextinfo", r => r.Headers.TryAddWithoutValidation("Accept", "application/json;odata=verbose"));
        context.Status.Should().Be(200);
        return (string)context.Json!["d"]!["GetContextWebInformation"]!["FormDigestValue"]!;
    }

    private static Task<PortalAnswer> Post(PortalBrowser browser, string url, string digest, object body) => browser.Send(HttpMethod.Post, url, request =>
    {
        request.Content = JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation("X-RequestDigest", digest);
    });

    private async Task<string> ExampleSite() => (string)(await Example("/_api/SPO.Tenant/sites('{siteId}')"))["path"]!;

    private async Task<JsonNode> ExampleBody() => (await Example("/_api/SPO.Tenant/UpdateJobsWorkItems"))["body"]!;

    private async Task<JsonNode> Example(string path) =>
        ((JsonArray)(await Server.Control("operations?family=sharepoint-admin"))["operations"]!).First(o => (string)o!["path"]! == path)!["example"]!;
}
