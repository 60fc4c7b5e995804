using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>A bearer token that we issued, for this backend, of the right kind and with one of the right permissions.</summary>
public sealed class BearerRequirement(RequirementSettings settings, TokenDemand demand, TimeSpan? lifetime) : AccessRequirement(settings)
{
    private const string Scheme = "Bearer ";

    // Issuers date tokens a little ahead of other machines' clocks; JWT libraries allow this much by default.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    public override string Kind => "bearer";

    public TokenDemand Demand => demand;

    public TimeSpan? Lifetime => lifetime;

    /// <summary>Audiences by backend; the first host that matches replaces the demand's own.</summary>
    public IReadOnlyList<HostAudiences> ByHost { get; init; } = [];

    /// <summary>The first that matches the call is laid over the demand. Its audience outranks the host's.</summary>
    public IReadOnlyList<TokenOverride> ByOperation { get; init; } = [];

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        string? header = request.Header(Name);
        if (string.IsNullOrEmpty(header))
        {
            return Refuse(
                "token-missing",
                "missing",
                $"The header '{Name}' is not on the call.",
                "Ask the token service for a token and send it as 'Bearer <token>'.");
        }

        ReadOnlySpan<char> text = header;
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Malformed($"'{Name}' does not begin with 'Bearer '.");
        }

        AccessToken? token = authority.ReadToken(text[Scheme.Length..].Trim());
        if (token is null)
        {
            return Malformed($"What stands after 'Bearer' in '{Name}' is no token, or not one whose signature is ours.");
        }

        AccessVerdict issued = JudgeIssue(token, authority);
        return issued.Passed ? JudgeUse(token, request, authority) : issued;
    }

    /// <summary>The token on the call, good or not; null when there is none that we issued. For what depends on who calls.</summary>
    public AccessToken? ReadToken(IAccessRequest request, IAccessAuthority authority) =>
        request.Header(Name) is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authority.ReadToken(header.AsSpan(Scheme.Length).Trim())
            : null;

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        TokenDemand? special = OverrideFor(call.Method, call.Path);
        TokenDemand wanted = DemandFor(special);
        IReadOnlyList<AudiencePattern> audiences = AudiencesFor(special, call.Host);
        bool? appOnly = wanted.Kind switch { TokenKind.App => true, TokenKind.Delegated => false, _ => null };
        string audience = audiences.Count == 0 ? "" : audiences[0].Fill(source.HostValues);
        var wish = new TokenWish(audience, wanted.Scopes ?? [], wanted.Roles ?? [], appOnly, lifetime);
        if (source.Token(wish) is { } token)
        {
            call.Headers[Name] = Scheme + token;
        }
    }

    public override IAccessRequirement BoundTo(string method, string path)
    {
        if (ByOperation.Count == 0)
        {
            return this;
        }

        TokenDemand? special = OverrideFor(method, path);
        return new BearerRequirement(Settings, DemandFor(special), lifetime)
        {
            ByHost = special?.Audiences is null ? ByHost : [],
        };
    }

    private static AccessVerdict JudgeIssue(AccessToken token, IAccessAuthority authority)
    {
        if (!string.Equals(token.TenantId, authority.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return Malformed($"The token was issued in tenant {token.TenantId}; the tenant in force is {authority.TenantId}.") with
            {
                Audience = token.Audience,
            };
        }

        DateTimeOffset now = authority.Now;
        if (token.NotBefore > now + Leeway)
        {
            // No family distinguishes it on the wire, so it has no code of its own.
            return Malformed($"The token is not valid before {When(token.NotBefore)}; it is {When(now)} now.") with
            {
                Audience = token.Audience,
            };
        }

        return now < token.ExpiresAt
            ? AccessVerdict.Pass
            : Refuse(
                "token-expired",
                "expired",
                $"The token expired at {When(token.ExpiresAt)}; it is {When(now)} now.",
                "Ask the token service for a new token.") with
            { Audience = token.Audience };
    }

    private AccessVerdict JudgeUse(AccessToken token, IAccessRequest request, IAccessAuthority authority)
    {
        TokenDemand? special = OverrideFor(request.Method, request.Path);
        TokenDemand wanted = DemandFor(special);
        IReadOnlyList<AudiencePattern> accepted = AudiencesFor(special, request.Host);
        if (!IsFor(accepted, token.Audience, authority.HostValues))
        {
            return WrongAudience(token, accepted, request.Host, authority.HostValues);
        }

        if (wanted.Kind is { } kind && kind != TokenKind.Any && token.IsAppOnly != (kind == TokenKind.App))
        {
            return Refuse(
                "token-wrong-kind",
                "kind",
                token.IsAppOnly ? "The token was issued to an application by itself." : "The token was issued on behalf of a user.",
                token.IsAppOnly ? "Sign a user in and send that token." : "Use the client credentials grant.") with
            { Audience = token.Audience };
        }

        return token.IsAppOnly
            ? JudgePermission(wanted.Roles, token.Roles, "role", "application permission", token.Audience)
            : JudgePermission(wanted.Scopes, token.Scopes, "scope", "delegated permission", token.Audience);
    }

    // Apart, because its lambda would cost every good call a closure.
    private static AccessVerdict WrongAudience(
        AccessToken token, IReadOnlyList<AudiencePattern> accepted, string host, IReadOnlyDictionary<string, string> hostValues)
    {
        string[] audiences = [.. accepted.Select(a => a.Fill(hostValues))];
        return Refuse(
            "token-wrong-audience",
            "audience",
            $"The token is for '{token.Audience}'; {host} accepts '{string.Join("', '", audiences)}' here, compared letter by letter.",
            $"Ask for a token whose audience is '{audiences[0]}'.") with
        { Audience = token.Audience, Expected = audiences };
    }

    private static AccessVerdict JudgePermission(
        IReadOnlyList<string>? wanted, IReadOnlyList<string> granted, string reason, string what, string audience)
    {
        if (wanted is null || wanted.Count == 0 || Meet(wanted, granted))
        {
            return AccessVerdict.Pass;
        }

        string has = granted.Count == 0 ? "none" : $"'{string.Join("', '", granted)}'";
        return Refuse(
            $"{reason}-missing",
            reason,
            $"The token needs one {what} of '{string.Join("', '", wanted)}'; it has {has}.",
            $"Grant the application the {what} '{wanted[0]}', consent to it, and ask for a new token.") with
        {
            Audience = audience,
            Expected = wanted,
        };
    }

    private TokenDemand DemandFor(TokenDemand? special) => special is null ? demand : demand.With(special);

    private IReadOnlyList<AudiencePattern> AudiencesFor(TokenDemand? special, string host)
    {
        if (special?.Audiences is { } own)
        {
            return own;
        }

        for (int i = 0; i < ByHost.Count; i++)
        {
            if (ByHost[i].Host.Matches(host))
            {
                return ByHost[i].Audiences;
            }
        }

        return demand.Audiences ?? [];
    }

    private TokenDemand? OverrideFor(string method, string path)
    {
        for (int i = 0; i < ByOperation.Count; i++)
        {
            if (ByOperation[i].Operations.MatchAny(method, path))
            {
                return ByOperation[i].Demand;
            }
        }

        return null;
    }

    private static bool IsFor(IReadOnlyList<AudiencePattern> wanted, string audience, IReadOnlyDictionary<string, string> hostValues)
    {
        for (int i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Matches(audience, hostValues))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Meet(IReadOnlyList<string> wanted, IReadOnlyList<string> granted)
    {
        for (int i = 0; i < wanted.Count; i++)
        {
            for (int j = 0; j < granted.Count; j++)
            {
                if (string.Equals(wanted[i], granted[j], StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static AccessVerdict Malformed(string because) =>
        Refuse("token-malformed", "malformed", because, "Send 'Bearer <token>' with a token that this tenant's token service issued, unchanged.");

    private static AccessVerdict Refuse(string code, string reason, string because, string fix) => AccessVerdict.Refuse(code, reason, because, fix);
}
