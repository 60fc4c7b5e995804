using Harness.Contracts;
using Harness.Mock;

namespace Harness.Cli.Doctor;

/// <summary>The contracts that <c>serve</c> would load can be read.</summary>
internal sealed class ContractsCheck : IMachineCheck
{
    public string Id => "contracts";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        IReadOnlyList<string> imported = new ImportedContracts(UserFolders.Data(surroundings.NamedData)).Folders;
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, Imports = imported, CacheFolder = UserFolders.Cache });
        if (contracts.Operations.Count == 0)
        {
            yield return CheckResult.Wrong($"{ShippedFolders.Contracts} holds no contracts", "Install Harness again");
            yield break;
        }

        string what = $"{contracts.Families.Count} families with {contracts.Operations.Count} operations{(imported.Count > 0 ? $", {imported.Count} imported trees among them" : "")}";
        yield return contracts.Problems.Count == 0
            ? CheckResult.Fine(what)
            : CheckResult.Wrong($"{what}, and {contracts.Problems.Count} problems, the first at {contracts.Problems[0].Path}:{contracts.Problems[0].Line}", "Run 'harness contracts check' on what you imported");
    }
}
