using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Synthesis;

public sealed class SynthesizedDocumentPropertyTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Test]
    public void Whatever_the_schema_the_made_up_document_validates() =>
        Prop.ForAll(SchemaTrees.Arbitrary(), ArbMap.Default.ArbFor<int>(), (schema, seed) =>
        {
            Operation operation = MakeBelieve.Get("/things", schema);
            AnswerSynthesizer synthesizer = new([operation], [MakeBelieve.Family()], MakeBelieve.Contoso, seed, MakeBelieve.Clock());
            SynthesizedAnswer answer = synthesizer.Ask(operation);

            SchemaValidator.Validate(schema, answer.Body).Should().BeEmpty("of {0}", Encoding.UTF8.GetString(answer.Body.Span));
        }).Check(Quick);

    [Test]
    public void Whatever_the_schema_the_example_body_validates() =>
        Prop.ForAll(SchemaTrees.Arbitrary(), schema =>
        {
            Operation operation = MakeBelieve.Get("/things", null) with
            {
                Method = "POST",
                RequestBody = new OperationRequestBody(true, [new MediaContent("application/json", schema)]),
            };
            string body = MakeBelieve.Synthesizer(operation).Examples.For(operation).Body!;

            SchemaValidator.Validate(schema, Encoding.UTF8.GetBytes(body), ValidationOptions.Answer with { IsRequest = true }).Should().BeEmpty("of {0}", body);
        }).Check(Quick);

    [Test]
    public void Whatever_the_schema_a_new_instance_answers_with_the_same_bytes() =>
        Prop.ForAll(SchemaTrees.Arbitrary(), schema =>
        {
            Operation operation = MakeBelieve.Get("/things/{thingId}", schema, new OperationParameter("thingId", "path", true, Shape.Text()));
            string first = MakeBelieve.Synthesizer(operation).AskText(operation, ("thingId", "a"));
            AnswerSynthesizer second = MakeBelieve.Synthesizer(operation);
            second.AskText(operation, ("thingId", "b"));

            second.AskText(operation, ("thingId", "a")).Should().Be(first);
        }).Check(Quick);
}
