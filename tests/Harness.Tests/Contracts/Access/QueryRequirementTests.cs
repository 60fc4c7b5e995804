using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class QueryRequirementTests
{
    private readonly FakeAuthority _authority = new();

    [TestCase("guid", "050829af-7f24-4897-8f81-732bf47719ad", null)]
    [TestCase("guid", "contoso.onmicrosoft.com", "wrong")]
    [TestCase("guid-or-domain", "050829af-7f24-4897-8f81-732bf47719ad", null)]
    [TestCase("guid-or-domain", "contoso.onmicrosoft.com", null)]
    [TestCase("guid-or-domain", "contoso", "wrong")]
    [TestCase("guid-or-domain", "con toso.com", "wrong")]
    [TestCase("guid", "", "missing")]
    [TestCase("guid", null, "missing")]
    public void A_query_value_passes_only_in_the_declared_shape(string format, string? value, string? reason)
    {
        QueryRequirement query = TestFamily.Requirement<QueryRequirement>($"query: tenantId, format: {format}");
        var call = new FakeCall();
        if (value is not null)
        {
            call.WithQuery("TENANTID", value);
        }

        AccessVerdict verdict = query.Verify(call, _authority);

        verdict.Reason.Should().Be(reason);
        verdict.Code.Should().Be(reason is null ? null : "query-missing");
    }
}
