using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Targets;

namespace Harness.Cli.SignIn;

/// <summary>Signs a person in through the token service, so that later runs find a token without asking.</summary>
internal static class DeviceCode
{
    public static async Task SignIn(Target target, IReadOnlyList<Family> families, SecretVault vault, Action<string> say, CancellationToken cancelled)
    {
        string audience = families.SelectMany(f => f.Access).OfType<BearerRequirement>().SelectMany(r => r.Demand.Audiences ?? []).FirstOrDefault()?.Fill(target.Hosts)
            ?? throw new HarnessException($"no family of '{target.Name}' takes tokens", "Use credentials of the kind 'stored' for portals with cookies");
        var tokens = new DeviceCodeTokens(target, vault, say);
        string token = await tokens.Get(audience, cancelled) ?? "";
        new TokenRail(target, acceptOverprivileged: true, TimeProvider.System).Check(token, audience);
    }
}
