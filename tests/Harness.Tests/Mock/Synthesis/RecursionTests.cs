using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class RecursionTests
{
    [Test]
    public void A_folder_in_a_folder_comes_to_an_end_and_validates()
    {
        Schema folder = Shape.Object(("name!", Shape.Text()));
        folder.Properties = [.. folder.Properties, new("parent", folder, false), new("children", Shape.Array(folder), true)];

        Valid(folder);
    }

    [Test]
    public void A_required_recursion_that_can_end_does_end()
    {
        Schema node = Shape.Object(("name!", Shape.Text()));
        Schema next = Shape.OneOf(node, new Schema { Types = JsonTypes.Integer });
        node.Properties = [.. node.Properties, new("next", next, true)];

        Valid(node);
    }

    [Test]
    public void A_required_recursion_without_end_is_cut()
    {
        Schema endless = Shape.Object(("name!", Shape.Text()));
        endless.Properties = [.. endless.Properties, new("left", endless, true), new("right", endless, true)];
        Operation operation = MakeBelieve.Get("/endless", endless);

        MakeBelieve.Synthesizer(operation).Ask(operation).Body.Length.Should().BeLessThan(100_000);
    }

    [Test]
    public void Schemas_that_all_contain_each_other_stay_of_a_sensible_size()
    {
        Schema[] all = [.. Enumerable.Range(0, 10).Select(_ => Shape.Object())];
        foreach (Schema schema in all)
        {
            schema.Properties = [.. all.Select((other, i) => new SchemaProperty($"p{i}", Shape.Array(other), false))];
        }

        Operation operation = MakeBelieve.Get("/web", all[0]);
        SynthesizedAnswer answer = MakeBelieve.Synthesizer(operation).Ask(operation);

        answer.Body.Length.Should().BeLessThan(1_500_000);
        SchemaValidator.Validate(all[0], answer.Body).Should().BeEmpty();
    }

    [Test]
    public void A_schema_that_is_its_own_alternative_is_answered()
    {
        Schema loop = new();
        loop.OneOf = [loop, Shape.Text()];
        Operation operation = MakeBelieve.Get("/loop", loop);

        MakeBelieve.Synthesizer(operation).AskJson(operation).ValueKind.Should().BeOneOf(JsonValueKind.String, JsonValueKind.Null);
    }

    private static void Valid(Schema schema)
    {
        Operation operation = MakeBelieve.Get("/tree", schema);
        SynthesizedAnswer answer = MakeBelieve.Synthesizer(operation).Ask(operation);
        SchemaValidator.Validate(schema, answer.Body).Should().BeEmpty(System.Text.Encoding.UTF8.GetString(answer.Body.Span));
    }
}
