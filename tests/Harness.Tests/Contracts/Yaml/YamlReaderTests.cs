using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts;
using Harness.Contracts.Yaml;

namespace Harness.Tests.Contracts.Yaml;

internal sealed class YamlReaderTests
{
    [TestCase("2024-01-02T03:04:05.1234567Z", YamlKind.Text)]
    [TestCase("2024-01-02", YamlKind.Text)]
    [TestCase("On", YamlKind.Text)]
    [TestCase("yes", YamlKind.Text)]
    [TestCase("007", YamlKind.Text)]
    [TestCase("+1", YamlKind.Text)]
    [TestCase("0x1F", YamlKind.Text)]
    [TestCase(".inf", YamlKind.Text)]
    [TestCase("1e999", YamlKind.Text)]
    [TestCase("-0.5e3", YamlKind.Number)]
    [TestCase("True", YamlKind.Boolean)]
    [TestCase("~", YamlKind.Null)]
    [TestCase("'1'", YamlKind.Text)]
    public void A_plain_scalar_is_what_JSON_would_make_of_it(string scalar, YamlKind kind)
    {
        (LocatedNode? root, List<ContractProblem> problems) = Read($"a: {scalar}\n");

        problems.Should().BeEmpty();
        root!["a"]!.Kind.Should().Be(kind);
    }

    [Test]
    public void A_key_that_stands_twice_is_told_with_its_second_place_and_the_first_value_stays()
    {
        (LocatedNode? root, List<ContractProblem> problems) = Read("a: 1\nb: 2\na: 3\n");

        problems.Should().ContainSingle().Which.ToString().Should().StartWith("x.yml:3:1: the key 'a' stands twice");
        root!["a"]!.Value.Should().Be("1");
    }

    [Test]
    public void Keys_know_where_they_stand()
    {
        (LocatedNode? root, _) = Read("a:\n  # a remark\n  bee: 1\n");

        root!["a"]!.KeyPositions.Should().Equal(new KeyPosition(3, 3));
    }

    [Test]
    public void An_alias_is_the_node_of_its_anchor()
    {
        (LocatedNode? root, _) = Read("a: &x [1]\nb: *x\n");

        root!["b"].Should().BeSameAs(root["a"]);
    }

    [Test]
    public void An_alias_to_itself_is_a_problem_and_no_endless_loop()
    {
        (LocatedNode? root, List<ContractProblem> problems) = Read("a: &x [*x]\n");

        root.Should().BeNull();
        problems.Should().ContainSingle().Which.Line.Should().Be(1);
    }

    [Test]
    public void Whatever_stands_in_a_file_is_read_or_told_and_never_thrown()
    {
        const string Sample = "a: &x [1, {b: 'c', \"d\": |\n  text\n}]\nf:\n  - *x\n  - ? g\n    : h # i\n%j @k `l !m >n\n---\n...\n";
        Prop.ForAll<int, int, char>((at, length, inserted) =>
        {
            int start = Math.Abs(at % Sample.Length);
            string broken = Sample[..start] + inserted + Sample[Math.Min(Sample.Length, start + Math.Abs(length % 20))..];
            (LocatedNode? root, List<ContractProblem> problems) = Read(broken);
            return root is not null || problems.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static (LocatedNode? Root, List<ContractProblem> Problems) Read(string text)
    {
        var problems = new List<ContractProblem>();
        return (YamlReader.Read(new StringReader(text), "x.yml", problems), problems);
    }
}
