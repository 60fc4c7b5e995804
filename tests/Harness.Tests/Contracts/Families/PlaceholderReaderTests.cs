using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

public sealed class PlaceholderReaderTests
{
    [Test]
    public void Every_fact_of_an_inline_schema_arrives()
    {
        Schema schema = Read(
            "type: object, nullable: true, additionalProperties: false, properties: { " +
            "n: { type: integer, format: int64, minimum: -1.5, maximum: 10, enum: [1, 2] }, " +
            "s: { type: string, minLength: 1, maxLength: 5, pattern: ^a, enum: [a, \"1\", null, true] }, " +
            "m: { additionalProperties: { type: boolean } }, l: { items: { type: number }, minItems: 1, maxItems: 2 } }");

        schema.Types.Should().Be(JsonTypes.Object | JsonTypes.Null);
        schema.IsClosed.Should().BeTrue();
        schema.FindProperty("n")!.Schema.Should().Match<Schema>(s => s.Minimum == -1.5m && s.Maximum == 10 && s.Format == "int64");
        schema.FindProperty("n")!.Schema.Enum.Should().Equal("1", "2");
        schema.FindProperty("s")!.Schema.Should().Match<Schema>(s => s.MinLength == 1 && s.MaxLength == 5 && s.Pattern == "^a");
        schema.FindProperty("s")!.Schema.Enum.Should().Equal("\"a\"", "\"1\"", "null", "true");
        schema.FindProperty("m")!.Schema.MapValues!.Types.Should().Be(JsonTypes.Boolean);
        schema.FindProperty("l")!.Schema.Should().Match<Schema>(s => s.Types == JsonTypes.Array && s.MinItems == 1 && s.MaxItems == 2);
    }

    [TestCase("type: object, additionalProperties: true", false)]
    [TestCase("type: object", false)]
    [TestCase("type: object, additionalProperties: false", true)]
    public void Only_additional_properties_false_closes_an_object(string schema, bool closed) => Read(schema).IsClosed.Should().Be(closed);

    private static Schema Read(string schema) => TestFamily.Read(TestFamily.Frame + $"placeholder: {{ item: {{ {schema} }} }}\n").PlaceholderItem!;
}
