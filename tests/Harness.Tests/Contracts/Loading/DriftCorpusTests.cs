using System.Text.Json;
using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Loading;

internal sealed class DriftCorpusTests
{
    [Test]
    public void Every_pair_of_specs_loads_without_a_problem_and_with_the_operations_its_history_counted()
    {
        string corpus = Path.Combine(SharedSpecs.RequireNodoc(), "..", "drift");
        foreach (string pair in Directory.GetDirectories(corpus))
        {
            using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(pair, "pair.json")));
            foreach ((string side, string count) in new[] { ("before", "beforeOps"), ("after", "afterOps") })
            {
                CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { Imports = [Path.Combine(pair, side)] });

                contracts.Problems.Should().BeEmpty();
                contracts.Operations.Should().HaveCount(facts.RootElement.GetProperty(count).GetInt32(), $"{pair} {side}");
            }
        }
    }
}
