using System.Globalization;
using Harness.Drift.Findings;
using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Comparison;

internal sealed class EditTests
{
    private const string Item = """{"id":1,"name":"a b","kind2":{"x":1,"y":"p q"},"when":"2026-01-02T03:04:05Z","seen":true}""";
    private const string List = $$"""{"@odata.nextLink":"https://x.example/p","value":[{{Item}},{{Item}}]}""";

    [TestCase("DRIFT304", "/value/*/seen", "\"seen\":true", "\"seenV2\":true")]
    [TestCase("DRIFT304", "/value/*/when", "\"when\":", "\"When\":")]
    [TestCase("DRIFT304", "/value/*/kind2", "\"kind2\":", "\"detail\":")]
    [TestCase("DRIFT305", "/value/*/seen", "\"seen\":true", "\"seen\":\"yes it was\"")]
    [TestCase("DRIFT305", "/value/*/id", "\"id\":1", "\"id\":\"1\"")]
    [TestCase("DRIFT317", "/value/*/seen", "\"seen\":true", "\"seen\":{\"value\":true}")]
    [TestCase("DRIFT317", "/value/*/seen", "\"seen\":true", "\"seen\":[true]")]
    [TestCase("DRIFT317", "/value/*/kind2", "{\"x\":1,\"y\":\"p q\"}", "7")]
    [TestCase("DRIFT206", "/value", "\"value\":", "\"items\":")]
    [TestCase("DRIFT205", "/@odata.nextLink", "\"@odata.nextLink\":\"https://x.example/p\"", "\"continuationToken\":\"abc def\"")]
    public void An_edit_is_one_finding_that_gates_on_the_third_night(string rule, string pointer, string was, string now)
    {
        var target = new KnownNights();
        target.Nights(14, List);
        string changed = List.Replace(was, now, StringComparison.Ordinal);

        IReadOnlyList<Finding> first = target.Tonight(changed);
        target.Tonight(changed);
        IReadOnlyList<Finding> third = target.Tonight(changed);

        first.Should().OnlyContain(f => !f.Gates);
        Finding finding = third.Single(f => f.Severity > Severity.Info);
        (finding.Rule, finding.Pointer).Should().Be((rule, pointer));
        finding.Gates.Should().BeTrue();
        finding.Evidence.Should().Be(EvidenceLevel.E4);
        finding.Contract.Should().BeNull();
        third.Where(f => f.Severity == Severity.Info && f.Rule != "DRIFT303").Should().BeEmpty();
    }

    [Test]
    public void A_member_that_stays_away_gates_on_the_fourth_night()
    {
        var target = new KnownNights();
        target.Nights(14, List);
        // Another kind is no new name.
        string changed = List.Replace("\"seen\":true", "\"unseen\":[1]", StringComparison.Ordinal);

        Finding third = target.ThirdNight(changed).Single(f => f.Severity > Severity.Info);
        Finding fourth = target.Tonight(changed).Single(f => f.Severity > Severity.Info);

        (third.Rule, third.Pointer, third.Severity, third.Gates).Should().Be(("DRIFT301", "/value/*/seen", Severity.Warn, false));
        (fourth.Fingerprint, fourth.Severity, fourth.Gates).Should().Be((third.Fingerprint, Severity.Error, true));
    }

    [TestCase("DRIFT309", "/value/*/when", "\"2026-01-02T03:04:05Z\"", "null")]
    [TestCase("DRIFT314", "/value/*/when", "\"2026-01-02T03:04:05Z\"", "\"2026-01-02T03:04:05\"")]
    [TestCase("DRIFT315", "/value/*/id", "\"id\":1", "\"id\":1.5")]
    public void An_edit_that_never_gates_is_a_warning(string rule, string pointer, string was, string now)
    {
        var target = new KnownNights();
        target.Nights(14, List);

        IReadOnlyList<Finding> third = target.ThirdNight(List.Replace(was, now, StringComparison.Ordinal));

        Finding finding = third.Should().ContainSingle().Subject;
        (finding.Rule, finding.Pointer, finding.Severity, finding.Gates).Should().Be((rule, pointer, Severity.Warn, false));
    }

    [TestCase("""{"data":LIST}""", "envelope-changed")]
    [TestCase("""[1,2]""", "type-changed")]
    public void A_new_envelope_is_one_finding_about_the_document(string wrapped, string kind)
    {
        var target = new KnownNights();
        target.Nights(14, List);

        IReadOnlyList<Finding> third = target.ThirdNight(wrapped.Replace("LIST", List, StringComparison.Ordinal));

        Finding finding = third.Should().ContainSingle().Subject;
        (finding.Rule, finding.Pointer, finding.Kind, finding.Gates).Should().Be(("DRIFT204", "", kind, true));
    }

    [Test]
    public void An_envelope_taken_away_is_the_same_rule()
    {
        var target = new KnownNights();
        target.Nights(14, $$"""{"data":{{List}},"ok":true}""");

        target.ThirdNight(List).Should().ContainSingle().Which.Kind.Should().Be("envelope-changed");
    }

    [Test]
    public void A_member_that_moved_is_one_finding()
    {
        var target = new KnownNights();
        target.Nights(14, """{"owner":{"mail":"a@b.example","size":1},"other":{"z":1}}""");

        Finding finding = target.ThirdNight("""{"owner":{"size":1},"other":{"z":1,"mail":"a@b.example"}}""").Should().ContainSingle().Subject;

        (finding.Rule, finding.Pointer, finding.After).Should().Be(("DRIFT320", "/owner/mail", "/other/mail"));
    }

    [Test]
    public void A_member_that_came_is_an_information()
    {
        var target = new KnownNights();
        target.Nights(5, """{"a":1}""");

        Finding finding = target.Tonight("""{"a":1,"b":"2026-01-02"}""").Should().ContainSingle().Subject;

        (finding.Rule, finding.Pointer, finding.Severity, finding.After).Should().Be(("DRIFT303", "/b", Severity.Info, "string(date)"));
    }

    [Test]
    public void A_member_that_some_objects_lost_has_faded()
    {
        var target = new KnownNights();
        target.Nights(14, """[{"id":1,"p":true},{"id":2,"p":true},{"id":3,"p":false}]""");

        Finding finding = target.ThirdNight("""[{"id":1,"p":true},{"id":2},{"id":3}]""").Should().ContainSingle().Subject;

        (finding.Rule, finding.Pointer, finding.Severity).Should().Be(("DRIFT302", "/*/p", Severity.Warn));
    }

    [Test]
    public void An_optional_member_that_comes_and_goes_is_never_an_alarm()
    {
        var target = new KnownNights();
        for (int night = 0; night < 40; night++)
        {
            IReadOnlyList<Finding> findings = target.Tonight(night * 7 % 3 == 0 ? """{"a":1,"b":null}""" : night % 2 == 0 ? """{"a":1,"b":2,"c":"x y"}""" : """{"a":1,"b":2}""");

            findings.Where(f => f.Severity > Severity.Info).Should().BeEmpty($"night {night}");
        }
    }

    [Test]
    public void An_empty_list_says_nothing_about_its_elements()
    {
        var target = new KnownNights();
        target.Nights(14, List);

        target.ThirdNight("""{"@odata.nextLink":"https://x.example/p","value":[]}""").Should().OnlyContain(f => f.Rule == "DRIFT203" && !f.Gates);
    }

    [Test]
    public void A_kind_of_object_that_did_not_come_takes_its_members_along()
    {
        var target = new KnownNights();
        target.Nights(14, """[{"@odata.type":"#a.user","mail":"x@y.example"},{"@odata.type":"#a.group","size":1}]""");

        target.ThirdNight("""[{"@odata.type":"#a.user","mail":"x@y.example"}]""").Should().BeEmpty();
    }

    [Test]
    public void A_new_kind_of_object_is_one_finding_besides_its_members()
    {
        var target = new KnownNights();
        target.Nights(14, """[{"@odata.type":"#a.user","mail":"x@y.example"}]""");

        target.ThirdNight("""[{"@odata.type":"#a.user","mail":"x@y.example"},{"@odata.type":"#a.group","mail":"x@y.example"}]""")
            .Should().Contain(f => f.Rule == "DRIFT319" && f.Pointer == "/*");
    }

    [Test]
    public void Words_outside_a_known_vocabulary_are_told_without_a_value()
    {
        var target = new KnownNights();
        string Words(string last) => $"[{string.Join(',', Enumerable.Range(0, 24).Select(i => $$"""{"state":"{{(i == 23 ? last : i % 2 == 0 ? "Active" : "Idle")}}"}"""))}]";
        target.Nights(14, Words("Idle"));

        Finding added = target.ThirdNight(Words("Quarantined")).Should().ContainSingle().Subject;

        (added.Rule, added.Pointer).Should().Be(("DRIFT311", "/*/state"));
        added.After.Should().NotContain("Quarantined");
    }

    [Test]
    public void Other_capitals_are_their_own_rule()
    {
        var target = new KnownNights();
        string Words(string other) => $"[{string.Join(',', Enumerable.Range(0, 24).Select(i => $$"""{"state":"{{(i % 2 == 0 ? "Active" : other)}}"}"""))}]";
        target.Nights(14, Words("Idle"));

        target.ThirdNight(Words("IDLE")).Should().Contain(f => f.Rule == "DRIFT313").And.NotContain(f => f.Rule == "DRIFT311");
    }

    [Test]
    public void Three_known_objects_that_lose_a_member_at_once_gate_on_the_first_night()
    {
        var target = new KnownNights();
        Observation[] Objects(string body) => [.. Enumerable.Range(0, 3).Select(i => target.Answer(body) with { ObjectKey = $"k{i}", Sample = i, UsesHarvestedId = true })];
        for (int night = 0; night < 5; night++)
        {
            target.Night(Objects("""{"id":1,"p":true}"""));
        }

        Finding finding = target.Night(Objects("""{"id":1}""")).Findings.Should().ContainSingle().Subject;
        Finding again = target.Night(Objects("""{"id":1}""")).Findings.Should().ContainSingle().Subject;

        (finding.Rule, finding.Gates, finding.Evidence).Should().Be(("DRIFT301", true, EvidenceLevel.E4));
        again.Gates.Should().BeTrue();
        again.Fingerprint.Should().Be(finding.Fingerprint);
    }

    [Test]
    public void Known_objects_that_lose_a_member_one_after_the_other_were_edited()
    {
        var target = new KnownNights();
        Observation[] Objects(int without) =>
            [.. Enumerable.Range(0, 3).Select(i => target.Answer(i < without ? """{"id":1}""" : """{"id":1,"p":true}""") with { ObjectKey = $"k{i}", Sample = i, UsesHarvestedId = true })];
        for (int night = 0; night < 24; night++)
        {
            target.Night(Objects(Math.Max(0, (night - 13) / 2))).Findings.Should().NotContain(f => f.Gates, $"night {night}");
        }
    }

    [Test]
    public void An_accepted_finding_is_not_told_again()
    {
        var target = new KnownNights();
        target.Nights(14, """{"a":1,"b":2}""");
        Finding finding = target.ThirdNight("""{"a":1}""").Should().ContainSingle().Subject;
        var endpoint = target.Baseline.Endpoints.Values.Single();

        endpoint.Accept([finding.Fingerprint]).Accepted.Should().Equal(finding.Fingerprint);
    }

    [Test]
    public void Statuses_headers_and_sizes_that_changed_are_told_and_do_not_gate()
    {
        var target = new KnownNights();
        string Long(int items) => $"[{string.Join(',', Enumerable.Range(0, items).Select(i => i.ToString(CultureInfo.InvariantCulture)))}]";
        for (int night = 0; night < 14; night++)
        {
            target.Night(target.Answer(Long(2000)) with { HeaderNames = ["content-type", "etag"] });
        }

        IReadOnlyList<Finding> findings = target.Night(target.Answer(Long(10)) with { Status = 206, HeaderNames = ["content-type"], Latency = TimeSpan.FromSeconds(9) }).Findings;

        findings.Select(f => f.Rule).Should().Contain("DRIFT201").And.Contain("DRIFT401").And.Contain("DRIFT402");
        findings.Should().OnlyContain(f => !f.Gates);
    }
}
