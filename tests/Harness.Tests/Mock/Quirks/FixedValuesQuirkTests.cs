using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class FixedValuesQuirkTests
{
    [Test]
    public void The_tenant_stands_where_chance_stood_and_the_rest_stays()
    {
        using var bench = new QuirkBench("fixed-values: { operations: [/**], /partition: '{regions.partition}', /left: 3599, /list/*/tenant: '{tenant.id}' }");

        JsonNode? answer = bench.Amended(bench.Call("GET", "/x"), """{"partition":"chance","other":true,"list":[{"tenant":"a"},{"tenant":"b"}]}""");

        answer!.ToJsonString().Should().Be(
            $$"""{"partition":"amer01","other":true,"list":[{"tenant":"{{MakeBelieve.Contoso.Id}}"},{"tenant":"{{MakeBelieve.Contoso.Id}}"}],"left":3599}""");
    }

    [Test]
    public void A_value_that_the_call_lacks_leaves_the_answer_as_it_was()
    {
        using var bench = new QuirkBench("fixed-values: { operations: [/**], /a: '{query.a}', /b: '{regions.nowhere}' }");

        bench.Amended(bench.Call("GET", "/x?a=1"), """{"a":"x","b":"x"}""")!.ToJsonString().Should().Be("""{"a":"1","b":"x"}""");
    }

    [Test]
    public void What_depends_on_the_call_alone_is_made_for_each_call_and_the_rest_once()
    {
        using var own = new QuirkBench("fixed-values: { operations: [/**], /a: '{query.a}' }");
        using var shared = new QuirkBench("fixed-values: { operations: [/**], /a: '{tenant.id}' }");
        var reply = new Reply(200, new Decision(Stages.Synthesis, "served", "", null, null, null)) { ContentType = "application/json", Body = "{}"u8.ToArray() };

        Encoding.UTF8.GetString(own.Quirk.Amend(own.Call("GET", "/x?a=1"), reply).Body.Span).Should().Be("""{"a":"1"}""");
        Encoding.UTF8.GetString(own.Quirk.Amend(own.Call("GET", "/x?a=2"), reply).Body.Span).Should().Be("""{"a":"2"}""");
        shared.Quirk.Amend(shared.Call("GET", "/x"), reply).Should().BeSameAs(shared.Quirk.Amend(shared.Call("GET", "/y"), reply));
    }

    [Test]
    public void A_condition_decides_for_whom_it_holds()
    {
        using var bench = new QuirkBench("fixed-values: { operations: [/**], when: '{persona.id}', is: [global-admin], /isAdmin: true }");

        bench.Amended(bench.Call("GET", "/x", "global-admin"), """{"isAdmin":false}""")!.ToJsonString().Should().Be("""{"isAdmin":true}""");
        bench.Amended(bench.Call("GET", "/x", "no-roles"), """{"isAdmin":false}""")!.ToJsonString().Should().Be("""{"isAdmin":false}""");
    }

    [Test]
    public void A_minted_token_is_the_callers_and_expires_when_the_answer_says()
    {
        using var bench = new QuirkBench(
            "fixed-values: { operations: [/**], lifetime: PT10M, scopes: [Read], /Token: '{token:{query.resource}}', /NotAfter: '{number:{lifetime}}', /Expiry: '{expires}' }");

        JsonNode answer = bench.Amended(bench.Call("GET", "/x?resource=https%3A%2F%2Fa.example", "no-roles"), "{}")!;

        AccessToken token = bench.Tools.Authority.ReadToken((string)answer["Token"]!)!;
        token.Audience.Should().Be("https://a.example");
        token.Persona.Should().Be("nora@contoso.com");
        token.Scopes.Should().Equal("Read");
        token.ExpiresAt.Should().Be(bench.Clock.Now.AddMinutes(10));
        ((int)answer["NotAfter"]!).Should().Be(600);
        ((string)answer["Expiry"]!).Should().Be("2026-05-04T10:40:00Z");
    }

    [Test]
    public void The_whole_answer_can_be_a_text_and_members_can_be_taken_out()
    {
        using var text = new QuirkBench("fixed-values: { operations: [/**], '': Fine }");
        using var removing = new QuirkBench("fixed-values: { operations: [/**], remove: [/errors, /data/inner] }");
        var reply = new Reply(200, new Decision(Stages.Synthesis, "served", "", null, null, null)) { ContentType = "text/plain", Body = Encoding.UTF8.GetBytes("chance") };

        Encoding.UTF8.GetString(text.Quirk.Amend(text.Call("POST", "/x"), reply).Body.Span).Should().Be("Fine");
        removing.Amended(removing.Call("GET", "/x"), """{"errors":[],"data":{"inner":1,"kept":2}}""")!.ToJsonString().Should().Be("""{"data":{"kept":2}}""");
    }

    [Test]
    public void An_expression_that_stands_for_nothing_is_a_problem()
    {
        using var bench = new QuirkBench("fixed-values: { operations: [/**], /a: '{region.partition}', lifetime: soon, matches: 'x' }");

        bench.Problems.Select(p => p.What).Should().Contain(
            [
                "the quirk 'fixed-values': '{region.partition}' in '/a' stands for nothing",
                "the quirk 'fixed-values': 'lifetime' is 'soon', which is no duration",
            ]).And.HaveCount(3);
    }
}
