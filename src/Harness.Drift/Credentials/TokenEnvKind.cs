using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary><c>token-env</c>: tokens that a pipeline put into environment variables, one an audience.</summary>
internal sealed class TokenEnvKind : ICredentialKind
{
    public string Name => "token-env";

    public IReadOnlyList<string> Keys => ["variables"];

    public IReadOnlyList<string> RequiredKeys => ["variables"];

    public bool NeedsGateway => false;

    public ITargetCredentials Open(Target target, CredentialSurroundings surroundings)
    {
        var rail = new TokenRail(target, surroundings.AcceptOverprivileged, surroundings.Clock);
        return new CachedCredentials(new TokenIssuer(target, new Provider(target.Credentials.Texts("variables")), rail, surroundings.Clock), surroundings.Clock);
    }

    private sealed class Provider(IReadOnlyList<string> variables) : ITokenProvider
    {
        // Read again each time, so that a pipeline may replace a token while a long run goes on.
        public bool CanRenew => false;

        public Task<string?> Get(string audience, CancellationToken cancelled) => Task.FromResult(Tokens().FirstOrDefault(t =>
            TokenClaims.Read(t)?.Audiences.Any(a => a.TrimEnd('/').Equals(audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) == true));

        public Task<string?> Any(CancellationToken cancelled) => Task.FromResult(Tokens().FirstOrDefault());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private IEnumerable<string> Tokens() => variables.Select(Environment.GetEnvironmentVariable).Where(t => !string.IsNullOrEmpty(t)).OfType<string>();
    }
}
