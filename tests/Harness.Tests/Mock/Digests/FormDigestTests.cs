using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Digests;

internal sealed class FormDigestTests
{
    private const string Site = "contoso-admin.sharepoint.com";
    private const string Mint = $"{Site}/_api/contextinfo";
    private const string Write = $"{Site}/_api/SPO.Tenant/UpdateJobsWorkItems";
    private const string Invalid = "-2130575251, Microsoft.SharePoint.SPException";
    private const string Expired = "-2130575252, Microsoft.SharePoint.SPException";

    private RunningServer _server = null!;
    private JsonNode _body = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Families = ["sharepoint-admin"] });
        _body = ((JsonArray)(await _server.Control("operations?family=sharepoint-admin"))["operations"]!)
            .First(o => ((string)o!["path"]!).EndsWith("UpdateJobsWorkItems", StringComparison.Ordinal))!["example"]!["body"]!;
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCase("application/json;odata=verbose", "application/json;odata=verbose;charset=utf-8", "d/GetContextWebInformation")]
    [TestCase("application/json; odata=verbose", "application/json;odata=verbose;charset=utf-8", "d/GetContextWebInformation")]
    [TestCase("application/json", "application/json;odata=minimalmetadata;streaming=true;charset=utf-8", "")]
    [TestCase("application/json;odata=minimalmetadata", "application/json;odata=minimalmetadata;streaming=true;charset=utf-8", "")]
    [TestCase("application/json;odata=nometadata", "application/json;odata=nometadata;streaming=true;charset=utf-8", "")]
    public async Task A_digest_is_minted_in_the_form_that_the_caller_accepts(string accept, string contentType, string place)
    {
        PortalAnswer answer = await Minted(await Session(), accept);

        answer.Status.Should().Be(200);
        answer.Headers["Content-Type"].Replace(" ", "", StringComparison.Ordinal).Should().Be(contentType);
        JsonNode information = place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(answer.Json!, (node, name) => node[name]!);
        ((int)information["FormDigestTimeoutSeconds"]!).Should().Be(1800);
        ((string)information["FormDigestValue"]!).Should().MatchRegex("^0x[0-9A-F]+,\\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d -0000$");
        ((string)information["WebFullUrl"]!).Should().Be($"https://{Site}");
        answer.Json!.AsObject().ContainsKey("odata.metadata").Should().Be(contentType.Contains("minimal", StringComparison.Ordinal));
    }

    [TestCase(null)]
    [TestCase("*/*")]
    [TestCase("application/atom+xml")]
    public async Task Without_a_wish_for_json_the_answer_is_xml(string? accept)
    {
        PortalAnswer answer = await Minted(await Session(), accept);

        answer.ContentType.Should().Be("application/xml");
        XElement root = XDocument.Parse(answer.Text).Root!;
        root.Name.LocalName.Should().Be("GetContextWebInformation");
        answer.Text.Should().Contain("<d:FormDigestValue>0x").And.Contain("<d:FormDigestTimeoutSeconds m:type=\"Edm.Int32\">1800<");
    }

    [Test]
    public async Task The_minting_call_has_the_headers_that_captures_show()
    {
        PortalAnswer answer = await Minted(await Session(), "application/json");

        answer.Headers["Cache-Control"].Split(", ").Should().BeEquivalentTo("private", "max-age=0");
        answer.Headers["DATASERVICEVERSION"].Should().Be("3.0");
        answer.Headers["X-SP-SERVERSTATE"].Should().Be("ReadOnly=0");
        answer.Headers["X-MS-InvokeApp"].Should().Be("1; RequireReadOnly");
        answer.Headers["SPRequestGuid"].Should().Be(answer.Headers["request-id"]);
        answer.Headers.Should().ContainKeys("X-SharePointHealthScore", "SPRequestDuration", "SPClientServiceRequestDuration", "MicrosoftSharePointTeamServices");
        var now = (DateTimeOffset)(await _server.Control("clock"))["now"]!;
        DateTimeOffset.Parse(answer.Headers["Expires"], CultureInfo.InvariantCulture).Should().BeCloseTo(now.AddDays(-15), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task Without_cookies_no_digest_is_minted()
    {
        PortalAnswer answer = await _server.Call("POST", Mint, null, r => r.Headers.TryAddWithoutValidation("Accept", "application/json;odata=verbose"));

        answer.Status.Should().Be(403);
        answer.Decision.Should().Be("access/cookie-missing");
        ((string)answer.Json!["error"]!["code"]!).Should().StartWith("-2147024891");
    }

    [Test]
    public async Task A_minted_digest_opens_a_write_and_anything_else_does_not()
    {
        PortalSession session = await Session();
        string digest = Digest(await Minted(session, "application/json"));
        string other = Digest(await Minted(await Session(), "application/json"));

        (await Written(session, digest)).Status.Should().Be(204);
        ShouldRefuse(await Written(session, null), "digest-missing", Invalid);
        ShouldRefuse(await Written(session, Regex.Replace(digest, "^0x..", "0xFF", RegexOptions.None, TimeSpan.FromSeconds(1))), "digest-invalid", Invalid);
        ShouldRefuse(await Written(session, digest.Replace("-0000", "+0000", StringComparison.Ordinal)), "digest-invalid", Invalid);
        ShouldRefuse(await Written(session, other), "digest-foreign", Invalid);
        (await Written(session, digest)).Status.Should().Be(204, "the cookies were good all along");
    }

    [Test]
    public async Task A_digest_of_another_site_is_foreign()
    {
        PortalSession session = await Session();
        PortalAnswer elsewhere = await _server.Call("POST", "fabrikam-admin.sharepoint.com/_api/contextinfo", null, r => Cookies(r, session));

        ShouldRefuse(await Written(session, XDocument.Parse(elsewhere.Text).Root!.Elements().First(e => e.Name.LocalName == "FormDigestValue").Value), "digest-foreign", Invalid);
    }

    [Test]
    public async Task A_digest_ends_after_half_an_hour_and_a_new_one_heals_it()
    {
        PortalSession session = await Session();
        string digest = Digest(await Minted(session, "application/json"));
        await _server.Control(HttpMethod.Post, "clock", new { advance = "PT29M" });
        (await Written(session, digest)).Status.Should().Be(204);

        await _server.Control(HttpMethod.Post, "clock", new { advance = "PT2M" });

        ShouldRefuse(await Written(session, digest), "digest-expired", Expired);
        (await Written(session, Digest(await Minted(session, "application/json")))).Status.Should().Be(204);
    }

    [Test]
    public async Task The_refusal_has_the_key_of_the_form_that_the_caller_accepts()
    {
        PortalSession session = await Session();

        PortalAnswer verbose = await Written(session, null, "application/json;odata=verbose");
        PortalAnswer plain = await Written(session, null, "application/json;odata=nometadata");

        ((string)verbose.Json!["error"]!["code"]!).Should().Be(Invalid);
        ((string)plain.Json!["odata.error"]!["code"]!).Should().Be(Invalid);
    }

    private static void ShouldRefuse(PortalAnswer answer, string code, string error)
    {
        answer.Status.Should().Be(403);
        answer.Decision.Should().Be($"access/{code}");
        ((string)answer.Json!["odata.error"]!["code"]!).Should().Be(error);
    }

    private static string Digest(PortalAnswer minted) => (string)minted.Json!["FormDigestValue"]!;

    private static void Cookies(HttpRequestMessage request, PortalSession session) =>
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", session.Cookies.Select(c => $"{c.Key}={c.Value}")));

    private Task<PortalSession> Session() => _server.Session("sharepoint-admin");

    private Task<PortalAnswer> Minted(PortalSession session, string? accept) => _server.Call("POST", Mint, null, request =>
    {
        Cookies(request, session);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
    });

    private Task<PortalAnswer> Written(PortalSession session, string? digest, string accept = "application/json") => _server.Call("POST", Write, null, request =>
    {
        Cookies(request, session);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Content = new StringContent(_body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        if (digest is not null)
        {
            request.Headers.TryAddWithoutValidation("X-RequestDigest", digest);
        }
    });
}
