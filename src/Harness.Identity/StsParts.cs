using Harness.Identity.Clients;
using Harness.Identity.Grants;
using Harness.Identity.Keys;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;
using Harness.Identity.Tokens;

namespace Harness.Identity;

/// <summary>What the endpoints and grants of one service share.</summary>
internal sealed class StsParts
{
    public StsParts(TokenServiceOptions options)
    {
        Options = options;
        Tenants = new TenantDirectory(options.Tenants, options.TenantInForce);
        Resources = new ResourceDirectory(options.Audiences);
        Scopes = new ScopeReader(Resources);
        Consents = new Consents(Ledger);
        Values = new SealedValues(options.Values);
        Issuer = new TokenIssuer(options.Key, options.Clock);
        Clients = new ClientAuthentication(new ClientAssertionCheck(Tenants, options.Clock, options.RealTime));
        Errors = new ErrorReply(options.LineBreaksInErrors);
        Tokens = new TokenAnswers(this);
    }

    public TokenServiceOptions Options { get; }

    public GrantLedger Ledger { get; } = new();

    public TenantDirectory Tenants { get; }

    public ResourceDirectory Resources { get; }

    public ScopeReader Scopes { get; }

    public Consents Consents { get; }

    public SealedValues Values { get; }

    public TokenIssuer Issuer { get; }

    public ClientAuthentication Clients { get; }

    public ErrorReply Errors { get; }

    public TokenAnswers Tokens { get; }

    public SigningKey Key => Options.Key.Value;
}
