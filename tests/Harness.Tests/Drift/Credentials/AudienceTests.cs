using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Credentials;

[Rail("R08")]
internal sealed class AudienceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly Target Lab = DriftBench.At(new Uri("http://127.0.0.1:9"));

    [Test]
    public async Task Of_all_hosts_and_all_audiences_only_those_that_belong_together_meet()
    {
        Operation[] calls = [.. DriftBench.Core.Operations.Where(o => o.Method == "GET" && FamilyOf(o).Access.Any(r => r is BearerRequirement)).DistinctBy(o => (o.Family, o.Hosts[0]))];
        string?[] wanted = await Task.WhenAll(calls.Select(c => Asked(c, "nothing")));
        string[] audiences = [.. wanted.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

        audiences.Should().HaveCountGreaterThan(8);
        for (int i = 0; i < calls.Length; i++)
        {
            foreach (string held in audiences)
            {
                (await IsSent(calls[i], held)).Should().Be(wanted[i] is null || wanted[i] == held, $"{calls[i]} wants {wanted[i]} and {held} is there");
            }
        }
    }

    private static Family FamilyOf(Operation operation) => DriftBench.Core.Families.Single(f => f.Id == operation.Family);

    private static async Task<string?> Asked(Operation operation, string held)
    {
        var provider = new OneToken(held);
        await Issue(operation, provider);
        return provider.Asked.SingleOrDefault();
    }

    private static async Task<bool> IsSent(Operation operation, string held) => await Issue(operation, new OneToken(held));

    private static async Task<bool> Issue(Operation operation, OneToken provider)
    {
        var rail = new TokenRail(Lab, acceptOverprivileged: false, new StandingClock(Now));
        await using var issuer = new TokenIssuer(Lab, provider, rail, new StandingClock(Now));
        Family family = FamilyOf(operation);
        HostPattern host = HostPattern.Parse(operation.Hosts[0]);
        try
        {
            await issuer.Issue(family, operation, AccessPlan.For(family, operation), host.Fill(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [host.Variable ?? ""] = "contoso" }), default);
            return true;
        }
        catch (GuardRefusalException)
        {
            return false;
        }
    }

    /// <summary>Has one token, whatever it is asked for.</summary>
    private sealed class OneToken(string audience) : ITokenProvider
    {
        public List<string> Asked { get; } = [];

        public bool CanRenew => false;

        public Task<string?> Any(CancellationToken cancelled) => Task.FromResult<string?>(null);

        public Task<string?> Get(string wanted, CancellationToken cancelled)
        {
            Asked.Add(wanted);
            return Task.FromResult<string?>(MakeBelieveToken.Reading(DriftBench.Tenant, audience, Now.AddHours(1)));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
