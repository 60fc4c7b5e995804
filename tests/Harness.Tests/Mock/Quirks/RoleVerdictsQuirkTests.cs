using System.Text;
using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class RoleVerdictsQuirkTests
{
    [TestCase("global-admin", "[true,true,false]")]
    [TestCase("no-roles", "[false,false,false]")]
    public void Names_are_answered_in_their_order_by_the_callers_roles(string persona, string verdicts)
    {
        using var bench = new QuirkBench("role-verdicts: { operations: [/**], 'roles.Global Administrator': ['*:Get-*', Global*] }");

        Reply reply = bench.Quirk.Answer(bench.Call("POST", "/IsInRoles", persona, """["a:Get-B","GlobalReader","Other"]"""))!;

        Encoding.UTF8.GetString(reply.Body.Span).Should().Be(verdicts);
    }

    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("")]
    public void A_body_that_is_no_list_of_names_is_refused(string body)
    {
        using var bench = new QuirkBench("role-verdicts: { operations: [/**] }");

        bench.Quirk.Answer(bench.Call("POST", "/IsInRoles", "global-admin", body))!.Decision.Code.Should().Be("body-invalid");
    }

    [Test]
    public void A_map_of_names_takes_the_place_of_what_was_made_up()
    {
        using var bench = new QuirkBench("role-verdicts: { operations: [/**], at: /roles, names: [a, b], 'roles.Global Administrator': [b] }");

        bench.Amended(bench.Call("GET", "/x", "global-admin"), """{"roles":{"chance":true}}""")!.ToJsonString().Should().Be("""{"roles":{"a":false,"b":true}}""");
    }

    [Test]
    public void One_and_the_same_answer_becomes_each_callers_own()
    {
        using var bench = new QuirkBench("role-verdicts: { operations: [/**], at: /roles, names: [b], 'roles.Global Administrator': [b] }");
        var reply = new Reply(200, new Decision(Stages.Synthesis, "served", "", null, null, null)) { ContentType = "application/json", Body = "{}"u8.ToArray() };

        foreach (string persona in new[] { "global-admin", "no-roles", "global-admin" })
        {
            Encoding.UTF8.GetString(bench.Quirk.Amend(bench.Call("GET", "/x", persona), reply).Body.Span)
                .Should().Be(persona == "global-admin" ? """{"roles":{"b":true}}""" : """{"roles":{"b":false}}""");
        }
    }
}
