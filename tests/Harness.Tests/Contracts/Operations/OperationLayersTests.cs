using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Contracts.Operations;

internal sealed class OperationLayersTests
{
    private static readonly Schema Typed = new() { Types = JsonTypes.Object, Properties = [new("id", new Schema { Types = JsonTypes.String }, false)] };
    private static readonly Schema Other = new() { Types = JsonTypes.Object, Properties = [new("name", new Schema { Types = JsonTypes.String }, false)] };
    private static readonly Schema Placeholder = new() { Types = JsonTypes.Object };
    private static readonly Schema Envelope = new() { Types = JsonTypes.Object, Properties = [new("value", Placeholder, false)] };

    [Test]
    public void A_later_typed_answer_wins()
    {
        Operation merged = Merge(Core(Answer("200", Typed)), Imported(Answer("200", Other)));

        merged.Success!.Content[0].Schema.Should().BeSameAs(Other);
        merged.Source.Should().Be(OperationSource.Both);
    }

    [TestCaseSource(nameof(Nothings))]
    public void A_later_answer_that_says_nothing_keeps_the_earlier_shape_under_its_own_status(OperationResponse nothing)
    {
        Operation merged = Merge(Core(Answer("200", Typed)), Imported(nothing, Answer("401", null)));

        merged.Success!.Content[0].Schema.Should().BeSameAs(Typed);
        merged.Responses.Select(r => r.Key).Should().Equal(nothing.Key, "401");
    }

    [Test]
    public void A_later_204_stays_without_a_body() =>
        Merge(Core(Answer("200", Typed)), Imported(Answer("204", null))).Success!.Content.Should().BeEmpty();

    [Test]
    public void A_single_refusal_is_what_the_live_tenant_gave_and_stands() =>
        Merge(Core(Answer("200", Typed)), Imported(Answer("404", null))).Responses.Select(r => r.Key).Should().Equal("404");

    [Test]
    public void Declared_refusals_alone_do_not_take_the_success_away() =>
        Merge(Core(Answer("200", Typed)), Imported(Answer("401", null), Answer("404", null))).Responses.Select(r => r.Key)
            .Should().Equal("200", "401", "404");

    [Test]
    public void A_core_that_corrects_its_upstream_keeps_its_shape() =>
        Merge(Core(Answer("200", Typed)) with { CorrectsUpstream = true }, Imported(Answer("200", Other)))
            .Success!.Content[0].Schema.Should().BeSameAs(Typed);

    [Test]
    public void Spelling_and_parameters_are_the_later_ones_and_gaps_are_filled_by_the_earlier()
    {
        var parameter = new OperationParameter("Id", "path", true, Schema.Anything);
        Operation core = Core(Answer("200", Typed)) with { OperationId = "Core.Get", Evidence = EvidenceGrade.Observed, Path = "/things/{id}" };
        Operation imported = Imported(Answer("200", null)) with { Path = "/Things/{Id}", Parameters = [parameter] };

        Operation merged = Merge(core, imported);

        merged.Path.Should().Be("/Things/{Id}");
        merged.Parameters.Should().Equal(parameter);
        merged.OperationId.Should().Be("Core.Get");
        merged.Evidence.Should().Be(EvidenceGrade.Observed);
    }

    [Test]
    public void The_same_path_on_another_host_is_another_operation() =>
        OperationLayers.Merge([[Core(Answer("200", Typed))], [Imported(Answer("200", Typed)) with { Hosts = ["b.example.com"] }]]).Should().HaveCount(2);

    [Test]
    public void Order_is_that_of_first_sight()
    {
        Operation a = Core(Answer("200", Typed)) with { Path = "/a" };
        Operation b = Imported(Answer("200", Typed)) with { Path = "/b" };

        OperationLayers.Merge([[a], [b, a]]).Select(o => o.Path).Should().Equal("/a", "/b");
    }

    private static IEnumerable<OperationResponse> Nothings() => [Answer("200", Placeholder), Answer("200", null), Answer("201", Placeholder), Answer("2XX", Envelope)];

    private static Operation Merge(Operation core, Operation imported) => OperationLayers.Merge([[core], [imported]]).Should().ContainSingle().Subject;

    private static OperationResponse Answer(string key, Schema? schema) =>
        new(key, schema is null ? [] : [new MediaContent("application/json", schema)]);

    private static Operation Core(params OperationResponse[] responses) => New(OperationSource.Core, responses);

    private static Operation Imported(params OperationResponse[] responses) => New(OperationSource.Imported, responses);

    private static Operation New(OperationSource source, OperationResponse[] responses) => new()
    {
        Family = "sample",
        Method = "GET",
        Path = "/things",
        Hosts = ["a.example.com"],
        Source = source,
        Responses = responses,
    };
}
