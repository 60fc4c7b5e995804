using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Drift.Credentials;

/// <summary>Has the mock mint a session for the very call; for one that it does not serve (any more), the family's general session.</summary>
internal sealed class MockIssuer(MockControl control, string? persona) : ICredentialIssuer
{
    public bool CanRenew => true;

    public async Task<Guid?> Identify(CancellationToken cancelled) => await control.TenantId(cancelled);

    public async Task<IssuedCredentials> Issue(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled)
    {
        var wish = new JsonObject { ["family"] = family.Id };
        if (persona is not null)
        {
            wish["persona"] = persona;
        }

        JsonObject exact = wish.DeepClone().AsObject();
        exact["for"] = new JsonObject { ["method"] = operation.Method, ["host"] = host, ["path"] = operation.PortalPath };
        if (await control.Session(exact, cancelled) is { } session)
        {
            return Read(session, host, isExact: true);
        }

        JsonObject general = await control.Session(wish, cancelled)
            ?? throw new HarnessException($"the mock server has no family '{family.Id}'", "Serve it, or leave it out of the target file");
        return Read(general, host, isExact: false);
    }

    public ValueTask DisposeAsync()
    {
        control.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IssuedCredentials Read(JsonObject session, string host, bool isExact)
    {
        JsonObject from = session["byHost"]?[host] as JsonObject ?? session;
        var call = new CallCredentials(Pairs(from, "headers"), string.Join("; ", Pairs(session, "cookies").Select(c => $"{c.Key}={c.Value}")), Pairs(from, "query"));

        // The mock's clock is its own and may stand anywhere: its sessions end when a canary says so, not by this machine's clock.
        return new IssuedCredentials(call, DateTimeOffset.MaxValue, isExact);
    }

    private static KeyValuePair<string, string>[] Pairs(JsonObject of, string name) =>
        [.. (of[name] as JsonObject ?? []).Select(p => KeyValuePair.Create(p.Key, (string)p.Value!))];
}
