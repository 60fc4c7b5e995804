using System.Collections.Concurrent;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;

namespace Harness.Mock.Synthesis;

/// <summary>All that can be known of the contracts before there is a tenant; operations are compiled when first called.</summary>
internal sealed class ContractPlans
{
    private readonly ConcurrentDictionary<Operation, OperationPlan> _operations = new(ByReference<Operation>.Instance);
    private readonly Dictionary<string, Family> _families;
    private readonly Lazy<LinkPlan> _links;
    private readonly SynthesisOptions _options;
    private readonly int _count;

    public ContractPlans(IReadOnlyList<Operation> operations, IReadOnlyList<Family> families, SynthesisOptions options)
    {
        _families = families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        _links = new(() => LinkPlan.Build(operations));
        _options = options;
        _count = operations.Count;
    }

    public PlanCache Plans { get; } = new();

    public LinkPlan Links => _links.Value;

    public OperationPlan Of(Operation operation)
    {
        if (_operations.TryGetValue(operation, out OperationPlan? plan))
        {
            return plan;
        }

        plan = Compile(operation);

        // Copies of operations made per call would pile up; they are compiled each time instead.
        return _operations.Count <= _count ? _operations.GetOrAdd(operation, plan) : plan;
    }

    public static string HostOf(Operation operation, Tenant tenant) => HostPattern.Parse(operation.Hosts[0]).Fill(tenant.Hosts);

    private OperationPlan Compile(Operation operation)
    {
        Family? family = _options.Placeholders ? _families.GetValueOrDefault(operation.Family) : null;
        return OperationPlan.Compile(operation, Links.Of(operation), Plans, family?.PlaceholderObject, family?.PlaceholderItem);
    }
}
