using System.Text;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Loading;

/// <summary>Compares with a table that another reader, in another language, made of the same specs.</summary>
internal sealed class RouteTruthTests
{
    [Test]
    public void Every_route_agrees_with_the_independent_table_in_statuses_parameters_and_body()
    {
        string table = Path.Combine(SharedSpecs.RequireNodoc(), "..", "..", "facts", "routes.tsv");
        if (!File.Exists(table))
        {
            Assert.Ignore("routes.tsv is not beside the specs on this machine.");
        }

        string[] expected = [.. File.ReadLines(table).Skip(1).Where(l => l.Length > 0).Select(Expected).Order(StringComparer.Ordinal)];
        string[] actual = [.. NodocCorpus.Require().Operations.Select(Actual).Order(StringComparer.Ordinal)];

        actual.Except(expected).Should().BeEmpty();
        expected.Except(actual).Should().BeEmpty();
        actual.Should().HaveCount(1941);
    }

    // family, method, prefix, path, id, path parameters, required query, required headers, success, type, hosts, statuses, class
    private static string Expected(string line)
    {
        string[] c = line.Split('\t');

        // Judged by its example in that table: the schema itself is an envelope around an open object.
        string bodyClass = c[4] is "CloudApps.GetMailSettings" ? "envelope-only" : c[12];
        return Row(c[0], c[1], c[2] + c[3], c[4], c[5], Sorted(c[6]), Sorted(c[7]), Sorted(c[11]), bodyClass);
    }

    private static string Actual(Operation o) => Row(
        o.Family,
        o.Method,
        o.Path,
        o.OperationId ?? "",
        o.Parameters.Count(p => p.In == "path").ToString(System.Globalization.CultureInfo.InvariantCulture),
        Sorted(string.Join(',', o.Parameters.Where(p => p is { In: "query", Required: true }).Select(p => p.Name))),
        Sorted(string.Join(',', o.Parameters.Where(p => p is { In: "header", Required: true }).Select(p => p.Name))),
        Sorted(string.Join(',', o.Responses.Select(r => r.Key))),
        NodocCorpus.BodyClass(o));

    private static string Row(params string[] cells) => string.Join(" | ", cells);

    private static string Sorted(string list)
    {
        var text = new StringBuilder();
        return text.AppendJoin(',', list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)).ToString();
    }
}
