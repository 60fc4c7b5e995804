using System.Text.Json;
using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Tokens of the token service at every gate: the family that a token is for takes it, all others refuse it for its audience.</summary>
internal sealed class TokensAcrossFamiliesTests
{
    private EntraServer _entra = null!;
    private IReadOnlyList<(OperationRow Row, PortalSession Session, string Audience)> _gates = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _entra = await EntraServer.Start();
        var gates = new List<(OperationRow, PortalSession, string)>();
        foreach (OperationRow row in (await _entra.Server.Operations()).Where(r => r.Method is "GET" or "POST").OrderBy(r => r.Method).DistinctBy(r => (r.Family, r.Host)))
        {
            PortalSession session = await _entra.Server.SessionFor(row);
            if (session.Headers.GetValueOrDefault("Authorization")?.Split(' ') is ["Bearer", var token])
            {
                gates.Add((row, session, AudienceOf(token)));
            }
        }

        _gates = gates;
    }

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [TestCase("https://manage.office.com/ActivityFeed.Read https://manage.office.com/ServiceHealth.Read")]
    [TestCase("https://outlook.office365.com/Exchange.ManageV2")]
    [TestCase("https://api.powerplatform.com/.default")]
    [TestCase("https://graph.microsoft.com/User.Read")]
    public async Task A_persons_token_opens_the_family_that_it_is_for_and_no_other(string scope)
    {
        string token = EntraServer.Text(await _entra.Password(Contoso.Admin, scope), "access_token");

        await Check(token, scope.StartsWith(EntraServer.Graph, StringComparison.Ordinal) ? 0 : 1);
    }

    [TestCase("https://manage.office.com/.default")]
    [TestCase("https://outlook.office365.com/.default")]
    public async Task A_daemons_token_opens_the_family_that_it_is_for_and_no_other(string scope) =>
        await Check(EntraServer.Text(await _entra.AppToken(Contoso.Daemon, scope), "access_token"), 1);

    private async Task Check(string token, int expected)
    {
        string audience = AudienceOf(token);
        int taken = 0;
        foreach ((OperationRow row, PortalSession session, string own) in _gates)
        {
            PortalAnswer answer = await _entra.Server.Call(row.Method, row.Target(session.Query), session, request =>
            {
                row.PutBody(request);
                request.Headers.Remove("Authorization");
                request.Headers.Add("Authorization", $"Bearer {token}");
            });

            if (string.Equals(own, audience, StringComparison.OrdinalIgnoreCase))
            {
                answer.Decision.Should().EndWith("/served", $"{row} is for {audience}: {answer}");
                taken++;
            }
            else if (!Declares(row.Family, audience))
            {
                answer.Decision.Should().Be("access/token-wrong-audience", $"{row} wants {own}, not {audience}: {answer}");
            }
        }

        _gates.Should().HaveCountGreaterThan(20);
        taken.Should().BeGreaterThanOrEqualTo(expected);
    }

    // Some backends take more than one audience.
    private static bool Declares(string family, string audience) => DeclaredOperations.OfCore.Family(family).Access.OfType<BearerRequirement>()
        .SelectMany(b => b.ByOperation.Select(o => o.Demand.Audiences).Concat(b.ByHost.Select(h => h.Audiences)).Append(b.Demand.Audiences))
        .SelectMany(list => list ?? [])
        .Any(a => a.Text.TrimEnd('/') == audience);

    private static string AudienceOf(string token)
    {
        JsonElement audience = EntraServer.Claims(token).GetProperty("aud");
        return audience.GetString()!.TrimEnd('/');
    }
}
