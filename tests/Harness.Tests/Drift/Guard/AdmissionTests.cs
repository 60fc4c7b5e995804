using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class AdmissionTests
{
    private static readonly Family Portal = DriftBench.Family(
        """
        safeGets:
          - { paths: ["/api/**"], reason: reads }
          - { paths: ["/api/exports/state"], reason: the state of an export that somebody else began }
        unsafeGets:
          - { paths: ["/api/users/getuseraccesstoken", "/api/requests/{id}/deny"], reason: does more than read }
        """);

    private readonly Admissions _admissions = new(DriftBench.At(new Uri("http://127.0.0.1:9")), [Portal]);

    [TestCase("/api/things")]
    [TestCase("/api/exports/state")]
    [TestCase("/api/things?top=5&filter=a%20eq%20b")]
    [TestCase("/api/mt//beta/things")]
    public void What_was_reviewed_gets_leave(string address) => Ask(address.Split('?')[0], address).Should().BeEmpty();

    [Rail("R06")]
    [TestCase("/elsewhere/things", "not-listed")]
    [TestCase("/api/StartOfflineProcesses", "not-listed")]
    [TestCase("/api/GetOrCreateModel", "not-listed")]
    [TestCase("/api/files/download", "not-listed")]
    [TestCase("/api/getToken", "not-listed")]
    [TestCase("/api/session/Logout", "not-listed")]
    [TestCase("/api/tasks/Ack", "not-listed")]
    [TestCase("/api/users/getuseraccesstoken", "unsafe")]
    [TestCase("/API/Users/GetUserAccessToken", "unsafe")]
    [TestCase("/api/requests/{id}/deny", "unsafe")]
    public void What_was_not_reviewed_or_found_unsafe_gets_none(string path, string reason) => Ask(path, path).Should().Be(reason);

    [Rail("R04")]
    [Rail("R05")]
    [Rail("R10")]
    [TestCase("/api/$batch")]
    [TestCase("/api/v1/%24batch")]
    [TestCase("/api/graphql")]
    [TestCase("/api/GraphQL?query=%7Bme%7D")]
    [TestCase("/api/things?query=mutation%20%7B%20drop%20%7D")]
    [TestCase("/api/things?_method=DELETE")]
    [TestCase("/api/things?%5Fmethod=DELETE")]
    [TestCase("/api/things?$httpmethod=POST")]
    [TestCase("/api/things?a=1&X-HTTP-Method-Override=PUT")]
    [TestCase("/api/things?X-HTTP-Method=MERGE")]
    [TestCase("/api/things?x-method-override=PATCH")]
    [TestCase("/api/v1/$BATCH")]
    [TestCase("/api/$batch/")]
    [TestCase("/api/$batch(1)")]
    [TestCase("/api/%2524batch")]
    [TestCase("/api/;/$batch;x=1")]
    [TestCase("/api/graphql/")]
    [TestCase("/api/graphql/v2")]
    [TestCase("/api/GraphQL;v=1")]
    [TestCase("/api/graphql(1)")]
    [TestCase("/api/things?query=%7Bmutation")]
    [TestCase("/api/things?query=%20mutation+x")]
    [TestCase("/api/things?Query=MUTATION")]
    [TestCase("/api/things?a=1;_method=PUT")]
    [TestCase("/api/things?%255Fmethod=DELETE")]
    [TestCase("/api/things?httpmethod=DELETE")]
    [TestCase("/api/things?method-override=DELETE")]
    [TestCase("/api/things?+_method+=DELETE")]
    [TestCase("/api/%252e%252e/admin")]
    [TestCase("/api/./things")]
    [TestCase("/api/things/..")]
    [TestCase("/api/../admin/things")]
    [TestCase("/api/%2e%2e/admin/things")]
    [TestCase("/api/things\\..\\admin")]
    [TestCase("/api/%5c%5cadmin")]
    [TestCase("/api/things%0d%0aX-Injected:%201")]
    [TestCase("/api/things\r\nX-Injected: 1")]
    [TestCase("/api/things\0")]
    [TestCase("/api/things#fragment")]
    [TestCase("https://evil.example/api/things")]
    [TestCase("api/things")]
    public void An_address_that_could_be_read_as_something_else_gets_none(string address) => Ask("/api/things", address).Should().Be("unsafe");

    [Rail("R04")]
    [TestCaseSource(typeof(AddressRules), nameof(AddressRules.OverrideNames))]
    public void A_name_that_overrides_the_method_gets_none_in_a_query_and_no_place_among_the_headers(string name)
    {
        Ask("/api/things", $"/api/things?{Uri.EscapeDataString(name)}=DELETE").Should().Be("unsafe");
        Ask("/api/things", $"/api/things?a=b&{name.ToUpperInvariant()}").Should().Be("unsafe");
        RequestHeaders.Allowed([TestFamily.WithAccess($"header: {(char.IsAsciiLetter(name[0]) ? name : "x-plain")}, present: true")]).Should().NotContain(name);
    }

    [Rail("R08")]
    [Rail("R09")]
    [Rail("R19")]
    [TestCase("evil.example")]
    [TestCase("admin.example.com.evil.example")]
    [TestCase("fabrikam-admin.example.com")]
    [TestCase("login.microsoftonline.com")]
    [TestCase("127.0.0.1")]
    public void A_host_that_is_not_the_targets_gets_none(string host)
    {
        _admissions.Ask(DriftBench.Get("/api/things", host), host, "/api/things", out ReviewVerdict refusal).Should().BeNull();
        refusal.Reason.Should().Be("unsafe");
    }

    [Test]
    public void The_targets_own_name_in_a_host_gets_leave() =>
        _admissions.Ask(DriftBench.Get("/api/things", "{tenant}-admin.example.com"), "contoso-admin.example.com", "/api/things", out _).Should().NotBeNull();

    [TestCase("POST")]
    [TestCase("DELETE")]
    public void An_operation_that_is_no_GET_gets_none(string method)
    {
        Operation operation = DriftBench.Get("/api/things") with { Method = method };

        _admissions.Ask(operation, "admin.example.com", "/api/things", out _).Should().BeNull();
    }

    [Rail("R06")]
    [Test]
    public void An_id_out_of_an_answer_does_not_turn_a_read_into_a_token()
    {
        Operation operation = DriftBench.Get("/api/users/{userId}");

        _admissions.Ask(operation, "admin.example.com", "/api/users/getuseraccesstoken", out ReviewVerdict refusal).Should().BeNull();
        refusal.Reason.Should().Be("unsafe");
    }

    [Rail("R10")]
    [TestCase("x\r\ny")]
    [TestCase("%0d%0a")]
    [TestCase("../x")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("a#b")]
    [TestCase("a?b")]
    [TestCase("%2f")]
    [TestCase("..")]
    [TestCase("")]
    public void An_id_that_could_lead_elsewhere_is_not_used(string id) => AddressRules.Mistake(id).Should().NotBeNull();

    [TestCase("5f0c0b43-9b1c-4f6a-8a3e-1d2b3c4d5e6f")]
    [TestCase("ada@contoso.example")]
    [TestCase("CVE-2026-0001")]
    [TestCase("a b'c")]
    public void Ids_as_portals_have_them_are_used(string id) => AddressRules.Mistake(id).Should().BeNull();

    private string Ask(string path, string address)
    {
        Admission? leave = _admissions.Ask(DriftBench.Get(path), "admin.example.com", address, out ReviewVerdict refusal);
        (leave is null).Should().Be(!refusal.IsSafe);
        return refusal.Reason;
    }
}
