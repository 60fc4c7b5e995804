using Harness.Contracts.Schemas;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Tests.Drift.Comparison;

internal sealed class FirstRunTests
{
    private static readonly Schema Thing = new()
    {
        Types = JsonTypes.Object,
        Properties = [new("id", new Schema { Types = JsonTypes.String, Format = "uuid" }, true), new("count", new Schema { Types = JsonTypes.Integer }, false)],
    };

    [Test]
    public void An_answer_that_fits_the_contract_is_no_finding() =>
        new KnownNights().With(Thing).Tonight("""{"id":"11111111-2222-3333-4444-555555555555","count":1}""").Should().BeEmpty();

    [Test]
    public void Of_an_answer_that_is_empty_each_declared_member_is_missing() =>
        new KnownNights().With(Thing).Tonight("{}").Select(f => (f.Rule, f.Pointer, f.Gates)).Should().BeEquivalentTo([("DRIFT301", "/id", false), ("DRIFT301", "/count", false)]);

    [TestCase("""{"id":"11111111-2222-3333-4444-555555555555","count":1,"more":true}""", "DRIFT303", "/more")]
    [TestCase("""{"id":"11111111-2222-3333-4444-555555555555"}""", "DRIFT301", "/count")]
    [TestCase("""{"id":"11111111-2222-3333-4444-555555555555","count":"1 or so"}""", "DRIFT305", "/count")]
    [TestCase("""{"id":"one","count":1}""", "DRIFT314", "/id")]
    [TestCase("""[]""", "DRIFT204", "")]
    [TestCase("""{"data":{}}""", "DRIFT204", "")]
    public void What_the_contract_does_not_have_is_a_warning_at_most(string body, string rule, string pointer)
    {
        Finding finding = new KnownNights().With(Thing).Tonight(body).Should().ContainSingle().Subject;

        (finding.Rule, finding.Pointer, finding.Gates).Should().Be((rule, pointer, false));
        finding.Severity.Should().NotBe(Severity.Error);
        finding.Contract.Should().Be(new ContractAnchor("things/openapi.yml", 12));
    }

    [Test]
    public void A_contract_that_names_nothing_finds_nothing() =>
        new KnownNights().With(new Schema { Types = JsonTypes.Object }).Tonight("""{"a":[{"b":1}]}""").Should().BeEmpty();

    [Test]
    public void Another_media_type_than_the_declared_one_is_told() =>
        new KnownNights().With(Thing, media: "text/csv").Tonight("""{"a":1}""").Should().ContainSingle().Which.Rule.Should().Be("DRIFT202");

    [Test]
    public void What_the_target_has_always_answered_against_the_contract_becomes_a_proposal_and_no_finding()
    {
        KnownNights target = new KnownNights().With(Thing);
        const string Body = """{"id":"11111111-2222-3333-4444-555555555555","count":1,"more":true}""";
        target.Nights(3, Body);

        ComparisonOutcome outcome = target.Night(target.Answer(Body));

        outcome.Findings.Should().BeEmpty();
        ContractPatch patch = outcome.Patches.Should().ContainSingle().Subject;
        (patch.Change, patch.Pointer, patch.After).Should().Be(("add-property", "/more", "boolean"));
    }

    [Test]
    public void A_change_that_fits_the_contract_is_never_worse_than_a_warning()
    {
        KnownNights target = new KnownNights().With(Thing);
        target.Nights(14, """{"id":"11111111-2222-3333-4444-555555555555","count":1,"more":true}""");

        Finding finding = target.ThirdNight("""{"id":"11111111-2222-3333-4444-555555555555","count":1}""").Should().ContainSingle().Subject;

        (finding.Rule, finding.Severity, finding.Gates).Should().Be(("DRIFT301", Severity.Warn, false));
    }
}
