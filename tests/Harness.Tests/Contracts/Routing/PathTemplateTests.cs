using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class PathTemplateTests
{
    [Test]
    public void Empty_segments_are_segments()
    {
        PathTemplate.Parse("/api/mt//beta/").Segments.Select(segment => segment.Text).Should().Equal("api", "mt", "", "beta", "");
    }

    [TestCase("incidents", PathSegmentKind.Literal)]
    [TestCase("", PathSegmentKind.Literal)]
    [TestCase("SP.Site.Exists(url=@v)", PathSegmentKind.Literal)]
    [TestCase("{0}", PathSegmentKind.Parameter)]
    [TestCase("{id}", PathSegmentKind.Parameter)]
    [TestCase("Mailbox({mailboxId})", PathSegmentKind.Pattern)]
    [TestCase("{id}.json", PathSegmentKind.Pattern)]
    public void A_segment_is_what_it_looks_like(string segment, PathSegmentKind kind)
    {
        PathTemplate.Parse("/" + segment).Segments.Single().Kind.Should().Be(kind);
    }

    [Test]
    public void Parameters_are_named_in_the_order_of_the_path()
    {
        PathTemplate.Parse("/{b}/Report(Type='{t}',Start={a})/x").ParameterNames.Should().Equal("b", "t", "a");
    }

    [TestCase("users", "does not begin with a slash")]
    [TestCase("/users/{id", "is opened and not closed")]
    [TestCase("/users/{}", "has no name")]
    [TestCase("/users/{a}{b}", "side by side")]
    public void A_mistake_is_said_and_not_thrown(string text, string words)
    {
        PathTemplate.TryParse(text, out _, out string? mistake).Should().BeFalse();
        mistake.Should().Contain(words);
    }

    [Test]
    public void A_template_of_endless_segments_is_a_mistake()
    {
        PathTemplate.TryParse(string.Concat(Enumerable.Repeat("/a", PathTemplate.MaxSegments + 1)), out _, out string? mistake).Should().BeFalse();
        mistake.Should().Contain("129 segments");
    }

    [TestCase("/users/list", "/users/{id}")]
    [TestCase("/users/{id}/roles", "/{any}/list/roles")]
    [TestCase("/users/Get('{id}')", "/users/{id}")]
    [TestCase("/users/list", "/users/Get('{id}')")]
    [TestCase("/users/GetAll('{id}')", "/users/Get{rest}")]
    public void The_leftmost_literal_makes_a_template_the_more_specific_one(string more, string less)
    {
        PathTemplate.Parse(more).CompareSpecificity(PathTemplate.Parse(less)).Should().BeNegative();
        PathTemplate.Parse(less).CompareSpecificity(PathTemplate.Parse(more)).Should().BePositive();
    }

    [Test]
    public void Filling_escapes_what_a_path_cannot_hold_and_nothing_else()
    {
        PathTemplate.Parse("/roles(name = '{n}')/{id}").Fill(name => name == "n" ? "a/b %é" : "x'(1),@").Should()
            .Be("/roles(name='a%2Fb%20%25%C3%A9')/x'(1),@");
    }
}
