using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Drift.Harvest;
using Harness.Drift.Planning;
using Harness.Drift.Targets;

namespace Harness.Drift.Probing;

/// <summary>Asks a portal whose session it is, where the credentials themselves do not say. A foreign tenant ends the run before anything else is asked.</summary>
internal sealed class TenantProofs(Target target, ProbeSender sender)
{
    private const int MostRequests = 2;

    /// <summary>Families whose session is the target's; the others are not asked anything.</summary>
    /// <exception cref="GuardRefusalException">A session belongs to another tenant.</exception>
    public async Task<IReadOnlySet<string>> Prove(IEnumerable<IGrouping<Family, PlannedProbe>> families, CancellationToken cancelled)
    {
        var proven = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<Family, PlannedProbe> family in families)
        {
            if (NamesItself(family.Key) || await Ask(family.Key, family, cancelled))
            {
                proven.Add(family.Key.Id);
            }
        }

        return proven;
    }

    // Tokens are checked one by one before they are used, and a host with the tenant's own name in it has no other tenant's data.
    private static bool NamesItself(Family family) =>
        family.Access.All(r => r is not CookieRequirement) || family.Hosts.All(h => h.Host.Variable is not null);

    private async Task<bool> Ask(Family family, IEnumerable<PlannedProbe> probes, CancellationToken cancelled)
    {
        if (family.TenantMark is not { } mark || probes.FirstOrDefault(p => IsCall(p.Operation, mark.Call)) is not { } probe)
        {
            return false;
        }

        var store = new HarvestStore([]);
        var filler = new CallFiller(store, new ObjectKeys(target), 1);
        for (int i = 0; i < MostRequests && filler.Fill(probe) is [{ } call, ..]; i++)
        {
            Guid? found = null;
            await sender.Ask(call, store, body => found = Read(body.Span, mark.Pointer, probe.Key), cancelled);
            if (found is { } tenant)
            {
                return tenant == target.TenantId
                    ? true
                    : throw new GuardRefusalException($"the session for {family.Title} belongs to another tenant than {target.TenantId:D}", $"Sign in to the tenant of '{target.Name}'");
            }
        }

        return false;
    }

    private static bool IsCall(Operation operation, string call) => OperationKey.Normalize($"{operation.Method} {operation.PortalPath}") == OperationKey.Normalize(call);

    private static Guid? Read(ReadOnlySpan<byte> body, string pointer, string probe) =>
        JsonHarvester.Find(body, new HarvestSource(probe, pointer, []), 1) is [var text] && Guid.TryParse(text, out Guid id) ? id : null;
}
