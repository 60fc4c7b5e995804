using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Every row of the error table, met over the wire.</summary>
internal sealed partial class AadstsTableTests
{
    private EntraServer _entra = null!;

    [OneTimeSetUp]
    public async Task Start() => _entra = await EntraServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _entra.Server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Cases))]
    public async Task A_row_of_the_table_can_be_met(RefusalCase refusal)
    {
        AadstsError row = AadstsTable.Find(refusal.Code);

        PortalAnswer answer = await refusal.Meet(_entra);

        if (answer.ContentType == "application/json")
        {
            CheckJson(refusal, row, answer);
        }
        else if (answer.Status == 302)
        {
            EntraServer.Parameter(answer, "error").Should().Be(refusal.Error ?? row.Error);
            EntraServer.Parameter(answer, "error_description").Should().StartWith($"AADSTS{row.Number}: ").And.Contain("Trace ID: ");
            EntraServer.Parameter(answer, "state").Should().NotBeEmpty();
        }
        else
        {
            answer.Status.Should().Be(200);
            answer.Text.Should().Contain($"AADSTS{row.Number}: ");
        }

        answer.Decision.Should().Be($"identity/AADSTS{row.Number}");
    }

    [Test]
    public void Every_row_has_a_way_to_meet_it() =>
        AadstsTable.All.Select(r => r.Code).Except(Cases().Select(c => c.Code)).Should().BeEmpty();

    [Test]
    public void Every_code_has_a_row_and_every_row_a_fix()
    {
        AadstsTable.All.Select(r => r.Code).Should().BeEquivalentTo(Enum.GetValues<AadstsCode>().Where(c => c != AadstsCode.None));
        AadstsTable.All.Should().OnlyContain(r => r.Fix.EndsWith('.'));
    }

    [Test]
    public async Task The_trace_id_is_the_request_id_of_the_header_and_the_clients_id_comes_back()
    {
        const string Id = "0e2f6ad5-3c6e-4a0e-9f6e-4f2f1f0b7c11";

        PortalAnswer answer = await _entra.PostWith($"{Contoso.Id}/oauth2/v2.0/token", request =>
        {
            request.Headers.Add("client-request-id", Id);
            request.Headers.Add("return-client-request-id", "true");
            request.Headers.Add("x-client-current-telemetry", "5|1004,0|,,");
        });

        EntraServer.Text(answer, "trace_id").Should().Be(answer.Headers["x-ms-request-id"]);
        EntraServer.Text(answer, "correlation_id").Should().Be(Id);
        answer.Headers["client-request-id"].Should().Be(Id);
        answer.Headers["x-ms-clitelem"].Should().Be("1,900144,0,,");
        answer.Headers["Cache-Control"].Should().Contain("no-store");
        answer.Headers["P3P"].Should().StartWith("CP=");
        answer.Headers["Set-Cookie"].Should().Contain("fpc=").And.Contain("x-ms-gateway-slice=estsfd").And.NotContain("esctx=");
    }

    [Test]
    public async Task A_refusal_names_nobodys_secret_in_the_journal()
    {
        PortalAnswer answer = await _entra.Token(
            ("grant_type", "password"), ("client_id", Contoso.Desk.Key()), ("username", Contoso.Admin.Upn), ("password", "hidden-password"), ("scope", "User.Read"));

        string exchange = (await _entra.Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}")).ToJsonString();

        exchange.Should().Contain("AADSTS50126").And.Contain("entra-id").And.NotContain("hidden-password");
    }

    [Test]
    public async Task Issued_tokens_and_codes_do_not_stand_in_the_journal()
    {
        string code = await _entra.Code();
        PortalAnswer tokens = await _entra.Redeem(code);

        string journal = (await _entra.Server.Control("exchanges?family=entra-id")).ToJsonString();

        foreach (string secret in new[] { code, EntraServer.Text(tokens, "access_token"), EntraServer.Text(tokens, "refresh_token"), EntraServer.Text(tokens, "id_token"), EntraServer.Verifier })
        {
            journal.Should().NotContain(secret[..40]);
        }
    }

    [Test]
    public async Task A_body_larger_than_any_clients_is_refused() =>
        (await _entra.Token(("grant_type", new string('x', 300_000)))).Status.Should().Be(413);

    private static IEnumerable<RefusalCase> Cases() => [.. ClientRefusals.All(), .. RequestRefusals.All(), .. UserRefusals.All(), .. GrantRefusals.All()];

    private static void CheckJson(RefusalCase refusal, AadstsError row, PortalAnswer answer)
    {
        var body = (JsonObject)answer.Json!;
        answer.Status.Should().Be(row.Status, answer.Text);
        body.Select(m => m.Key).Take(7).Should().Equal("error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id", "error_uri");
        body["error_codes"]!.ToJsonString().Should().Be($"[{row.Number}]", answer.Text);
        EntraServer.Text(answer, "error").Should().Be(refusal.Error ?? row.Error);
        Stamp().IsMatch(EntraServer.Text(answer, "timestamp")).Should().BeTrue();
        string description = EntraServer.Text(answer, "error_description");
        description.Should().StartWith($"AADSTS{row.Number}: ").And.NotContain("{");
        description.Should().EndWith($" Trace ID: {body["trace_id"]} Correlation ID: {body["correlation_id"]} Timestamp: {body["timestamp"]}");
        ((string?)body["suberror"]).Should().Be(row.SubError);
        if (row.PolicyClaim is not null)
        {
            body["claims"]!.GetValueKind().Should().Be(JsonValueKind.String);
            JsonNode.Parse((string)body["claims"]!)!["access_token"]![row.PolicyClaim]!["essential"]!.GetValue<bool>().Should().BeTrue();
        }
    }

    [GeneratedRegex("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stamp();
}
