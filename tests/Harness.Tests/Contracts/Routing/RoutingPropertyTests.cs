using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

public sealed class RoutingPropertyTests
{
    private static readonly string[] s_nastyWords = ["/", "%", "/users/", "F(a='", "',b=", "[", "://", ".localhost"];

    [Test]
    public void A_filled_template_reaches_an_operation_that_is_at_least_as_specific_and_matches_it()
    {
        Property(
            from templates in RoutingGenerators.Templates
            from chosen in Gen.Choose(0, templates.Length - 1)
            from values in RoutingGenerators.Values
            select (templates, chosen, values),
            it =>
            {
                OperationTable table = Table(it.templates);
                PathTemplate chosen = PathTemplate.Parse(it.templates[it.chosen]);
                string path = chosen.Fill(RoutingGenerators.InTurn(it.values));
                RouteMatch match = table.Match(Routes.Host, "GET", path);
                return match.IsFound && Admits(table.Templates[match.Index], path) && table.Templates[match.Index].CompareSpecificity(chosen) <= 0;
            });
    }

    [Test]
    public void A_filled_template_alone_gives_its_values_back()
    {
        Property(
            from template in RoutingGenerators.Template
            from values in RoutingGenerators.Values
            select (template, values),
            it =>
            {
                OperationTable table = Table([it.template]);
                RouteMatch match = table.Match(Routes.Host, "GET", table.Templates[0].Fill(RoutingGenerators.InTurn(it.values)));
                return match.IsFound
                    && match.Values.Select(value => value.Value).SequenceEqual(it.values.Take(table.Templates[0].ParameterNames.Count));
            });
    }

    [Test]
    public void The_trie_finds_what_a_search_through_all_templates_finds()
    {
        Property(
            from templates in RoutingGenerators.Templates
            from methods in RoutingGenerators.Method.ArrayOf(8)
            from path in RoutingGenerators.Path
            from method in RoutingGenerators.Method
            select (templates, methods, path, method),
            it =>
            {
                OperationTable table = OperationTable.Compile(it.templates.Select((text, i) => Routes.Operation($"{it.methods[i]} {text}")));
                return table.Match(Routes.Host, it.method, it.path).Index == Search(table, it.method, it.path);
            });
    }

    [Test]
    public void Letter_case_never_decides()
    {
        Property(
            from templates in RoutingGenerators.Templates
            from path in RoutingGenerators.Path
            select (templates, path),
            it =>
            {
                OperationTable table = Table(it.templates);
                int index = table.Match(Routes.Host, "GET", it.path).Index;
                return table.Match(Routes.Host.ToUpperInvariant(), "GET", it.path.ToUpperInvariant()).Index == index
                    && table.Match(Routes.Host, "get", it.path.ToLowerInvariant()).Index == index;
            });
    }

    [Test]
    public void A_template_prints_as_it_was_written()
    {
        Property(
            RoutingGenerators.Template,
            text =>
            {
                PathTemplate template = PathTemplate.Parse(text);
                return template.ToString() == text && "/" + string.Join('/', template.Segments) == text;
            });
    }

    [Test]
    public void Garbage_is_answered_and_never_thrown_at()
    {
        OperationTable table = Routes.Table("GET /users/{id}", "GET /F(A='{a}',B={b})/x", "GET /apiproxy/apiproxy/arm", "GET /roles(id = 1)/");
        Addressing addressing = new([HostPattern.Parse(Routes.Host)]);
        Property(
            from words in Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""), Gen.Elements(s_nastyWords)).ListOf()
            select string.Concat(words),
            text =>
            {
                RequestAddress address = addressing.Parse(text, text);
                table.Match(Routes.Host, text, text);
                table.Match(Routes.Host, "GET", "/" + text);
                table.Match(text, "GET", address.RawPath);
                return NearMisses.Find(table, text, text, text).Count <= 5
                    && PathTemplate.TryParse(text, out PathTemplate? template, out string? mistake) == (mistake is null)
                    && (template is null || template.Text == text);
            });
    }

    [Test]
    public void A_path_made_to_mislead_the_walk_is_answered_all_the_same()
    {
        const int depth = 60;
        Random random = new(7);
        HashSet<string> templates = [];
        while (templates.Count < 2_000)
        {
            IEnumerable<string> segments = Enumerable.Range(0, depth).Select(_ => random.Next(3) switch { 0 => "/a", 1 => "/a{x}", _ => "/{x}" });
            templates.Add(string.Concat(segments) + "/end");
        }

        OperationTable table = Table([.. templates]);
        string path = string.Concat(Enumerable.Repeat("/a", depth));
        table.Reach("GET " + path + "/nowhere").Should().Be(nameof(RouteOutcome.NoSuchOperation));
        table.Reach("GET " + path + "/end").Should().StartWith("GET /a");
        table.Reach("GET " + string.Concat(Enumerable.Repeat(path, 100))).Should().Be(nameof(RouteOutcome.NoSuchOperation));
    }

    private static OperationTable Table(string[] templates) => OperationTable.Compile(templates.Select(text => Routes.Operation("GET " + text)));

    private static void Property<T>(Gen<T> generator, Func<T, bool> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static string[] Segments(string path) => Array.ConvertAll(path[1..].Split('/'), Uri.UnescapeDataString);

    private static bool Admits(PathTemplate template, string path) => Admits(template, Segments(path));

    private static bool Admits(PathTemplate template, string[] segments) =>
        template.Segments.Count == segments.Length && template.Segments.Zip(segments).All(pair => pair.First.Matches(pair.Second));

    private static int Search(OperationTable table, string method, string path)
    {
        string[] segments = Segments(path);
        string[]? otherSlash = segments is [_, .., ""] ? segments[..^1] : segments[^1].Length > 0 ? [.. segments, ""] : null;
        int exact = Search(table, method, segments);
        return exact < 0 && otherSlash is not null ? Search(table, method, otherSlash) : exact;
    }

    private static int Search(OperationTable table, string method, string[] segments)
    {
        int best = -1;
        for (int i = 0; i < table.Operations.Count; i++)
        {
            string own = table.Operations[i].Method;
            bool takes = own == method || (own == "GET" && method == "HEAD");
            if (takes && Admits(table.Templates[i], segments) && (best < 0 || Better(table, i, best, method)))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool Better(OperationTable table, int candidate, int best, string method)
    {
        int order = table.Templates[candidate].CompareSpecificity(table.Templates[best]);
        return order < 0 || (order == 0 && table.Operations[candidate].Method == method && table.Operations[best].Method != method);
    }
}
