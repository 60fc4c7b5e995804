using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Harness.Mock.State.Queries;

namespace Harness.Tests.Mock.State;

internal sealed class FilterParserTests
{
    private static readonly string[] Pieces =
        ["a", "b/c", "eq", "ne", "and", "or", "not", "(", ")", "'x'", "'it''s'", "1", "-2.5", "null", "true", ",", "contains(", "in", "any(", "/", ":", "'", "2026-01-01T00:00:00Z", "$", "!", " "];

    private static JsonObject Item => (JsonObject)JsonNode.Parse(
        """{"Name":"O'Hara Laptop","score":7.5,"isActive":true,"owner":{"city":"Oslo"},"id":"0A1B2C3D-0000-4000-8000-00000000000F","gone":null,"tags":["red","Blue"],"seen":"2026-03-01T08:00:00"}""")!;

    [TestCase("name eq 'o''hara laptop'", true)]
    [TestCase("Name ne 'x'", true)]
    [TestCase("startswith(name,'O''') and endswith(name,'TOP')", true)]
    [TestCase("contains(name,'desk') or contains(NAME,'lap')", true)]
    [TestCase("substringof('Lap', name)", true)]
    [TestCase("not (isActive eq true)", false)]
    [TestCase("isActive", true)]
    [TestCase("not contains(name,'zzz') and score gt 7", true)]
    [TestCase("score ge 7.5 and score lt 8", true)]
    [TestCase("gone eq null", true)]
    [TestCase("missing eq null", true)]
    [TestCase("name eq null", false)]
    [TestCase("owner/city eq 'oslo'", true)]
    [TestCase("id eq 0a1b2c3d-0000-4000-8000-00000000000f", true)]
    [TestCase("id eq guid'0a1b2c3d-0000-4000-8000-00000000000f'", true)]
    [TestCase("seen gt 2026-02-01T00:00:00Z and seen lt datetime'2026-04-01T00:00:00'", true)]
    [TestCase("tags/any(t: t eq 'blue')", true)]
    [TestCase("tags/all(t: startswith(t,'b'))", false)]
    [TestCase("score in (1, 7.5)", true)]
    [TestCase("isActive eq true or name eq 'x' and score eq 0", true)]
    [TestCase("(isActive eq true or name eq 'x') and score eq 0", false)]
    [TestCase("tolower(name) eq 'o''hara laptop' and length(owner/city) eq 4", true)]
    public void A_filter_means_what_odata_says(string filter, bool holds)
    {
        FilterReading reading = FilterParser.Read(filter);

        reading.Problem.Should().BeNull();
        reading.Expression!.Holds(Item).Should().Be(holds);
    }

    [TestCase("name eq", "character 8")]
    [TestCase("name eq 'x", "character 9")]
    [TestCase("(name eq 'x'", "character 13")]
    [TestCase("nonsense(name)", "character 1")]
    [TestCase("name eq 'x' 'y'", "character 13")]
    [TestCase("name = 'x'", "character 6")]
    [TestCase("", "character 1")]
    public void A_filter_that_cannot_be_read_says_where(string filter, string where) => FilterParser.Read(filter).Problem.Should().Contain(where);

    [Test]
    public void A_filter_of_endless_depth_is_refused_rather_than_followed()
    {
        FilterParser.Read(new string('(', 8000)).Problem.Should().NotBeNull();
        FilterParser.Read(string.Concat(Enumerable.Repeat("not ", 2000)) + "a").Problem.Should().NotBeNull();
        FilterParser.Read(string.Concat(Enumerable.Repeat("tolower(", 1000)) + "a").Problem.Should().NotBeNull();
        FilterParser.Read(string.Concat(Enumerable.Repeat("a/any(x:", 1000)) + "a").Problem.Should().NotBeNull();
    }

    [Test]
    public void No_text_makes_the_reader_throw_and_what_it_read_prints_and_reads_the_same()
    {
        Gen<string> filters = Gen.Elements(Pieces).ListOf().Select(parts => string.Join(' ', parts));
        Prop.ForAll(filters.ToArbitrary(), ReadsTheSame).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ReadsTheSame(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Every_expression_that_can_be_said_prints_and_reads_the_same()
    {
        Gen<string> values = Gen.Elements("'x'", "'it''s'", "1", "-2.5", "null", "true", "0a1b2c3d-0000-4000-8000-00000000000f", "2026-01-01T00:00:00Z", "name", "owner/city");
        Gen<string> leaf = from left in Gen.Elements("name", "owner/city", "tolower(name)")
                           from verb in Gen.Elements("eq", "ne", "gt", "ge", "lt", "le")
                           from right in values
                           select $"{left} {verb} {right}";
        Gen<string> both = from left in leaf
                           from word in Gen.Elements("and", "or", "and not", "or not")
                           from right in leaf
                           from last in leaf
                           select $"({left} {word} ({right})) or {last}";
        Prop.ForAll(both.ToArbitrary(), text => FilterParser.Read(text).Expression is not null && ReadsTheSame(text)).QuickCheckThrowOnFailure();
    }

    private static bool ReadsTheSame(string text)
    {
        FilterReading first = FilterParser.Read(text);
        if (first.Expression is not { } read)
        {
            return first.Problem is not null;
        }

        read.Evaluate(Item);
        return FilterParser.Read(read.ToString()!) is { Expression: { } again } && again.ToString() == read.ToString();
    }
}
