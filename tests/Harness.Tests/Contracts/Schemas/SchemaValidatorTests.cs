using System.Text;
using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Schemas;

public sealed class SchemaValidatorTests
{
    private static IReadOnlyList<SchemaViolation> Check(Schema schema, string json, ValidationOptions? options = null) =>
        SchemaValidator.Validate(schema, Encoding.UTF8.GetBytes(json), options);

    [TestCase("uuid", "0a1b2c3d-0001-4000-8000-000000000001", true)]
    [TestCase("uuid", "not-a-guid", false)]
    [TestCase("date-time", "2026-05-04T10:30:00Z", true)]
    [TestCase("date-time", "2026-05-04T10:30:00.1234567+02:00", true)]
    [TestCase("date-time", "2026-05-04T10:30:00", false)]
    [TestCase("date-time", "2026-02-30T10:30:00Z", false)]
    [TestCase("date", "2026-05-04", true)]
    [TestCase("date", "04.05.2026", false)]
    [TestCase("time", "10:30:00Z", true)]
    [TestCase("time", "25:30:00Z", false)]
    [TestCase("uri", "https://contoso.com/a?b=c", true)]
    [TestCase("uri", "/relative", false)]
    [TestCase("email", "ada@contoso.com", true)]
    [TestCase("email", "ada", false)]
    [TestCase("ipv4", "10.0.0.1", true)]
    [TestCase("ipv4", "10.1", false)]
    [TestCase("ipv6", "2001:db8::1", true)]
    [TestCase("ipv6", "10.0.0.1", false)]
    [TestCase("byte", "aGk=", true)]
    [TestCase("byte", "a$", false)]
    [TestCase("duration", "P1DT2H", true)]
    [TestCase("duration", "PT", false)]
    [TestCase("some-format-of-theirs", "anything", true)]
    public void A_text_is_held_to_its_format(string format, string text, bool valid) =>
        (Check(Shape.Text(format), $"\"{text}\"").Count == 0).Should().Be(valid);

    [TestCase(JsonTypes.Integer, "1", true)]
    [TestCase(JsonTypes.Integer, "1.0", true)]
    [TestCase(JsonTypes.Integer, "1.5", false)]
    [TestCase(JsonTypes.Number, "1", true)]
    [TestCase(JsonTypes.String, "1", false)]
    [TestCase(JsonTypes.String | JsonTypes.Null, "null", true)]
    [TestCase(JsonTypes.String, "null", false)]
    [TestCase(JsonTypes.Object | JsonTypes.Array, "[]", true)]
    [TestCase(JsonTypes.Boolean, "\"true\"", false)]
    [TestCase(JsonTypes.None, "{\"a\":1}", true)]
    public void A_value_is_held_to_its_types(JsonTypes types, string json, bool valid) =>
        (Check(new Schema { Types = types }, json).Count == 0).Should().Be(valid);

    [TestCase("5", true)]
    [TestCase("1", false)]
    [TestCase("10", true)]
    [TestCase("11", false)]
    public void Bounds_may_exclude_their_own_value(string json, bool valid) =>
        (Check(new Schema { Types = JsonTypes.Integer, Minimum = 1, ExclusiveMinimum = true, Maximum = 10 }, json).Count == 0).Should().Be(valid);

    [TestCase("int32", "2147483648", false)]
    [TestCase("int64", "2147483648", true)]
    [TestCase("int64", "9223372036854775808", false)]
    public void A_number_is_held_to_its_width(string format, string json, bool valid) =>
        (Check(new Schema { Types = JsonTypes.Integer, Format = format }, json).Count == 0).Should().Be(valid);

    [Test]
    public void A_violation_says_where_it_is()
    {
        Schema schema = Shape.Object(("value!", Shape.Array(Shape.Object(("a/b~c!", Shape.Integer())))));

        Check(schema, """{"value":[{"a/b~c":1},{"a/b~c":"x"},{}]}""").Select(v => v.ToString()).Should().Equal(
            "/value/1/a~1b~0c: is a string, not integer",
            "/value/2: lacks the required property 'a/b~c'");
    }

    [Test]
    public void The_check_stops_after_so_many_violations() =>
        Check(Shape.Array(Shape.Integer()), "[" + string.Join(',', Enumerable.Repeat("\"x\"", 50)) + "]").Should().HaveCount(20);

    [Test]
    public void Bytes_that_are_no_json_are_one_violation() => Check(Shape.Integer(), "{").Should().ContainSingle().Which.What.Should().StartWith("is no JSON");

    [Test]
    public void A_closed_object_admits_no_undeclared_property_but_a_lenient_request_does()
    {
        Schema closed = Shape.Object(("a", Shape.Integer()));
        closed.IsClosed = true;

        Check(closed, """{"b":1}""").Should().ContainSingle().Which.Pointer.Should().Be("/b");
        Check(closed, """{"b":1}""", ValidationOptions.Request).Should().BeEmpty();
    }

    [Test]
    public void Values_of_a_map_are_held_to_its_schema() =>
        Check(Shape.Map(Shape.Integer()), """{"a":1,"b":"x"}""").Should().ContainSingle().Which.Pointer.Should().Be("/b");

    [Test]
    public void An_enum_compares_values_not_spellings()
    {
        Schema schema = new() { Enum = ["1", "\"High\"", "null"] };

        Check(schema, "1.0").Should().BeEmpty();
        Check(schema, "\"Hig\\u0068\"").Should().BeEmpty();
        Check(schema, "\"high\"").Should().ContainSingle();
    }

    [Test]
    public void Exactly_one_alternative_of_oneOf_holds_and_at_least_one_of_anyOf()
    {
        Schema oneOf = Shape.OneOf(Shape.Integer(), Shape.Number());
        Schema anyOf = Shape.AnyOf(Shape.Integer(), Shape.Number());

        Check(oneOf, "1.5").Should().BeEmpty();
        Check(oneOf, "1").Should().ContainSingle();
        Check(oneOf, "1", ValidationOptions.Request).Should().BeEmpty();
        Check(anyOf, "1").Should().BeEmpty();
        Check(anyOf, "\"x\"").Should().ContainSingle();
    }

    [Test]
    public void Read_only_properties_are_not_required_of_a_request_nor_write_only_ones_of_an_answer()
    {
        Schema id = Shape.Text();
        id.ReadOnly = true;
        Schema password = Shape.Text();
        password.WriteOnly = true;
        Schema schema = Shape.Object(("id!", id), ("password!", password));

        Check(schema, """{"password":"x"}""", ValidationOptions.Request).Should().BeEmpty();
        Check(schema, """{"id":"x"}""").Should().BeEmpty();
        Check(schema, "{}").Should().ContainSingle();
    }

    [Test]
    public void Lengths_count_characters_and_lists_count_elements()
    {
        Check(new Schema { Types = JsonTypes.String, MaxLength = 1 }, "\"😀\"").Should().BeEmpty();
        Check(new Schema { Types = JsonTypes.String, MinLength = 2 }, "\"a\"").Should().ContainSingle();
        Check(new Schema { Types = JsonTypes.Array, MinItems = 1, MaxItems = 2 }, "[]").Should().ContainSingle();
        Check(new Schema { Types = JsonTypes.Array, UniqueItems = true }, "[1,2,1.0]").Should().ContainSingle();
    }

    [Test]
    public void A_pattern_that_takes_forever_accuses_nobody()
    {
        Schema schema = new() { Types = JsonTypes.String, Pattern = "^(a+)+$" };

        Check(schema, "\"" + new string('a', 40) + "!\"").Should().BeEmpty();
        Check(new Schema { Types = JsonTypes.String, Pattern = "^[A-Z]{2}$" }, "\"us\"").Should().ContainSingle();
    }

    [Test]
    public void A_schema_that_is_its_own_alternative_does_not_hang()
    {
        Schema endless = new();
        endless.OneOf = [endless, endless];

        Check(endless, "1").Should().HaveCountLessThan(2);
    }
}
