using Harness.Contracts;
using Harness.Contracts.Schemas;
using Harness.Contracts.Yaml;

namespace Harness.Tests.Contracts.Schemas;

internal sealed class SchemaCompilerTests
{
    [Test]
    public void AllOf_is_merged_with_required_of_every_part()
    {
        Schema schema = Compile(
            """
            allOf:
              - { type: object, required: [a], properties: { a: { type: string }, b: { type: integer } } }
              - { required: [b, c], properties: { c: { type: boolean } } }
            """);

        schema.Types.Should().Be(JsonTypes.Object);
        schema.Properties.Select(p => (p.Name, p.Required)).Should().Equal(("a", true), ("b", true), ("c", true));
    }

    [Test]
    public void Nullable_adds_null_to_the_types() => Compile("{ type: string, nullable: true }").Types.Should().Be(JsonTypes.String | JsonTypes.Null);

    [Test]
    public void Nullable_around_allOf_makes_the_whole_nullable() =>
        Compile("{ nullable: true, allOf: [{ type: object, properties: { a: { type: string } } }] }").Types.Should().Be(JsonTypes.Object | JsonTypes.Null);

    [Test]
    public void Nullable_alone_says_nothing() => Compile("{ nullable: true }").Types.Should().Be(JsonTypes.None);

    [Test]
    public void A_nullable_choice_has_null_as_one_more_choice() =>
        Compile("{ nullable: true, oneOf: [{ type: string, format: uuid }, { type: integer }] }").OneOf.Select(s => s.Types)
            .Should().Equal(JsonTypes.String, JsonTypes.Integer, JsonTypes.Null);

    [Test]
    public void A_choice_of_bare_types_is_those_types() =>
        Compile("{ nullable: true, oneOf: [{ type: string }, { type: integer }] }").Types
            .Should().Be(JsonTypes.String | JsonTypes.Integer | JsonTypes.Null);

    [Test]
    public void AdditionalProperties_false_closes_true_opens_and_a_schema_makes_a_map()
    {
        Compile("{ type: object, additionalProperties: false }").IsClosed.Should().BeTrue();
        Compile("{ type: object, additionalProperties: true }").Should().Match<Schema>(s => !s.IsClosed && s.MapValues == null);
        Compile("{ type: object, additionalProperties: {} }").MapValues.Should().BeNull();
        Compile("{ type: object, additionalProperties: { type: integer } }").MapValues!.Types.Should().Be(JsonTypes.Integer);
    }

    [Test]
    public void Enum_values_are_compact_JSON_and_text_stays_text_where_YAML_saw_a_number()
    {
        Compile("{ type: string, enum: [High, 5, 'ä'] }").Enum.Should().Equal("\"High\"", "\"5\"", "\"ä\"");
        Compile("{ type: integer, enum: [0, 1] }").Enum.Should().Equal("0", "1");
        Compile("{ type: string, nullable: true, enum: [a, null] }").Enum.Should().Equal("\"a\"", "null");
    }

    [Test]
    public void Formats_are_lower_case_and_limits_are_kept()
    {
        Schema schema = Compile("{ type: string, format: UUID, minLength: 1, maxLength: 36, pattern: '^a' }");
        (schema.Format, schema.MinLength, schema.MaxLength, schema.Pattern).Should().Be(("uuid", 1, 36, "^a"));
        Compile("{ type: number, minimum: 0.5, maximum: 10, exclusiveMaximum: true }")
            .Should().Match<Schema>(s => s.Minimum == 0.5m && s.Maximum == 10m && s.ExclusiveMaximum && !s.ExclusiveMinimum);
    }

    [Test]
    public void An_array_without_items_says_nothing_of_them()
    {
        Schema schema = Compile("{ type: array }");

        schema.Items.Should().BeNull();
        schema.IsPlaceholder.Should().BeTrue();
    }

    [Test]
    public void Examples_and_defaults_leave_no_trace()
    {
        Schema schema = Compile("{ type: object, example: { secret: 1 }, properties: { example: { type: string, example: leak, default: leak } } }");

        schema.Properties.Should().ContainSingle().Which.Name.Should().Be("example");
        schema.Properties[0].Schema.Enum.Should().BeEmpty();
    }

    [Test]
    public void A_type_that_JSON_lacks_is_told_with_its_place()
    {
        var problems = new List<ContractProblem>();

        InlineSchemas.Compile(YamlReader.Read(new StringReader("type: strng"), "f.yml", problems)!, "f.yml", problems);

        problems.Should().ContainSingle().Which.ToString().Should().StartWith("f.yml:1:7: 'strng' is no JSON type");
    }

    private static Schema Compile(string yaml)
    {
        var problems = new List<ContractProblem>();
        Schema? schema = InlineSchemas.Compile(YamlReader.Read(new StringReader(yaml), "f.yml", problems)!, "f.yml", problems);
        problems.Should().BeEmpty();
        return schema!;
    }
}
