using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Loading;

internal sealed class CoreContractsTests
{
    [Test]
    public void Our_own_contracts_have_no_problem_and_every_operation_has_an_evidence_grade()
    {
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts });

        contracts.Problems.Should().BeEmpty();
        contracts.Operations.Should().HaveCountGreaterThan(300).And.OnlyContain(o => o.Source == OperationSource.Core && o.Evidence != null);
    }

    [Test]
    public void Without_the_core_its_families_still_say_how_imports_are_reached()
    {
        CompiledContracts contracts = ContractLoader.Load(
            new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true, Imports = [SharedSpecs.RequireNodoc()] });

        contracts.Operations.Should().HaveCount(1941).And.OnlyContain(o => o.Source == OperationSource.Imported);
        contracts.Operations.Select(o => o.Family).Distinct().Should().HaveCount(20).And.NotContain(f => f.StartsWith("nodoc-", StringComparison.Ordinal));
        contracts.Families.Should().HaveCountGreaterThan(20);
    }

    [Test]
    public void No_imported_operation_is_lost_under_the_core()
    {
        string[] imported = [.. NodocCorpus.Require().Operations.Select(o => $"{o.Method} {OperationKey.Normalize(o.Path)}").Order(StringComparer.Ordinal)];
        CompiledContracts both = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, Imports = [SharedSpecs.RequireNodoc()] });

        both.Problems.Should().BeEmpty();
        both.Operations.Where(o => o.Source != OperationSource.Core).Select(o => $"{o.Method} {OperationKey.Normalize(o.Path)}").Order(StringComparer.Ordinal)
            .Should().Equal(imported);
        both.Operations.Count(o => o.IsTyped).Should().BeGreaterThan(NodocCorpus.Require().Operations.Count(o => o.IsTyped));
    }

    [Test]
    public void A_filter_keeps_one_family_whatever_it_is_called_and_an_unknown_name_is_a_problem()
    {
        var options = new ContractLoadOptions { CoreFolder = Repository.Contracts };

        CompiledContracts one = ContractLoader.Load(options with { Families = ["nodoc-exchange-beta"] });
        CompiledContracts none = ContractLoader.Load(options with { Families = ["exchagne"] });

        one.Families.Should().ContainSingle().Which.Id.Should().Be("exchange");
        one.Operations.Should().NotBeEmpty().And.OnlyContain(o => o.Family == "exchange");
        none.Operations.Should().BeEmpty();
        none.Problems.Should().ContainSingle().Which.What.Should().Be("there is no family 'exchagne'");
    }
}
