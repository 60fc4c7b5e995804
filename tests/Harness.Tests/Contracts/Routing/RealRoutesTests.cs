using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Routing;

public sealed class RealRoutesTests
{
    private static readonly Dictionary<string, string> s_servers = new(StringComparer.Ordinal)
    {
        ["{relayHost}"] = "{relay}.rt.yammer.com",
        ["{tenantHost}.tenant.api.powerplatform.com"] = "{*tenantHost}.tenant.api.powerplatform.com",
        ["{tenantIslandHost}.tenant.api.powerplatform.com"] = "{*tenantHost}.tenant.api.powerplatform.com",
    };

    private static readonly Dictionary<string, string> s_hostValues = new(StringComparer.Ordinal) { ["tenantHost"] = "0f1e2d3c4b5a.6.prod" };

    [Test]
    public void Every_operation_of_the_portals_is_reached_by_its_own_call_on_each_of_its_hosts()
    {
        OperationTable table = Table();
        table.Operations.Should().HaveCount(1941);
        List<string> lost = [];
        for (int i = 0; i < table.Operations.Count; i++)
        {
            Operation operation = table.Operations[i];
            string path = table.Templates[i].Fill(name => Value(i, name));
            foreach (string host in operation.Hosts.Select(host => HostPattern.Parse(host).Fill(s_hostValues)))
            {
                RouteMatch match = table.Match(host, operation.Method, path);
                bool values = match.Values.SequenceEqual(table.Templates[i].ParameterNames.Select(name => new PathValue(name, Value(i, name))));
                if (match.Index != i || !values)
                {
                    lost.Add($"{host}{path} -> {match.Operation?.ToString() ?? match.Outcome.ToString()}");
                }
            }
        }

        lost.Should().BeEmpty();
    }

    [Test]
    public void A_call_that_two_portal_operations_admit_reaches_the_more_specific_one()
    {
        OperationTable table = Table();
        List<string> wrong = [];
        for (int i = 0; i < table.Operations.Count; i++)
        {
            string[] segments = Array.ConvertAll(table.Templates[i].Fill(name => Value(i, name))[1..].Split('/'), Uri.UnescapeDataString);
            for (int j = 0; j < table.Operations.Count; j++)
            {
                if (i != j && Compete(table, i, j, segments) && table.Templates[i].CompareSpecificity(table.Templates[j]) >= 0)
                {
                    wrong.Add($"{table.Operations[i]} and {table.Operations[j]}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Test]
    public void The_portals_spelling_of_letters_escapes_and_slashes_does_not_matter()
    {
        OperationTable table = Table();
        List<string> lost = [];
        for (int i = 0; i < table.Operations.Count; i++)
        {
            string path = table.Templates[i].Fill(name => Value(i, name));
            string host = HostPattern.Parse(table.Operations[i].Hosts[0]).Fill(s_hostValues);
            string escaped = path.Replace("(", "%28", StringComparison.Ordinal)
                .Replace("'", "%27", StringComparison.Ordinal)
                .Replace("=", "%20%3d%20", StringComparison.Ordinal);
            foreach (string variant in new[] { path.ToUpperInvariant(), path.ToLowerInvariant(), escaped })
            {
                if (table.Match(host, table.Operations[i].Method, variant).Index != i)
                {
                    lost.Add($"{host}{variant}");
                }
            }
        }

        lost.Should().BeEmpty();
    }

    private static string Value(int operation, string name) => $"{operation:x8}-0000-4000-8000-{(uint)name.Sum(c => c):x12}";

    private static bool Compete(OperationTable table, int own, int other, string[] segments) =>
        table.Templates[other].Segments.Count == segments.Length
        && table.Operations[own].Method == table.Operations[other].Method
        && table.Operations[own].Hosts.Intersect(table.Operations[other].Hosts).Any()
        && table.Templates[other].Segments.Zip(segments).All(pair => pair.First.Matches(pair.Second));

    private static OperationTable Table()
    {
        string? file = new[] { "../facts", "../../facts" }
            .Select(folder => Path.Combine(SharedSpecs.RequireNodoc(), folder, "routes.tsv"))
            .FirstOrDefault(File.Exists);
        if (file is null)
        {
            Assert.Ignore("routes.tsv is not beside the nodoc specs on this machine.");
        }

        string[][] rows = [.. File.ReadLines(file!).Select(line => line.Split('\t'))];
        (int family, int method, int hosts) = (Column("family"), Column("method"), Column("hosts"));
        (int prefix, int path) = (Column("server_path_prefix"), Column("path"));
        return OperationTable.Compile(rows.Skip(1).Select(row => new Operation
        {
            Family = row[family],
            Method = row[method],
            Path = row[prefix] + row[path],
            Hosts = [.. row[hosts].Split(',').Select(host => s_servers.GetValueOrDefault(host, host))],
        }));

        int Column(string name) => Array.IndexOf(rows[0], name);
    }
}
