using Harness.Drift.Guard;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>Refuses tokens that are not this tenant's, not for this audience, no longer valid, or able to do more than read.</summary>
internal sealed class TokenRail(Target target, bool acceptOverprivileged, TimeProvider clock)
{
    private static readonly string[] Writing = ["write", "fullcontrol", "manage", "create", "delete", "accessasuser", "update", "send", "enroll"];

    // Template ids that are the same in every tenant: Global, Privileged Role, Privileged Authentication, Security, Exchange, SharePoint, User, Application,
    // Conditional Access and Intune Administrator.
    private static readonly HashSet<string> Administrators = new(StringComparer.OrdinalIgnoreCase)
    {
        "62e90394-69f5-4237-9190-012177145e10", "e8611ab8-c189-46e8-94e1-60213ab1f814", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
        "194ae4cb-b126-40b2-bd5b-6091b380977d", "29232cdf-9323-42fd-ade2-1d097af3e4de", "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
        "fe930be7-5e62-47db-91af-98c3a49a38b1", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
        "3a2c62db-5318-420d-8d74-23affee5d9d5",
    };

    /// <exception cref="GuardRefusalException">The token must not be sent.</exception>
    public TokenClaims Check(string token, string audience)
    {
        TokenClaims claims = TokenClaims.Read(token)
            ?? throw Refuse("is no JSON web token, so nothing says whose tenant it belongs to", "Get one from the tenant's own token service");
        if (claims.TenantId != target.TenantId || !IssuedBy(claims.Issuer))
        {
            throw Refuse($"belongs to another tenant than {target.TenantId:D}, or does not say to which", $"Sign in to the tenant of '{target.Name}'");
        }

        if (claims.ExpiresAt <= clock.GetUtcNow())
        {
            throw Refuse("has expired", "Get a new one");
        }

        if (audience.Length > 0 && !claims.Audiences.Any(a => IsSame(a, audience)))
        {
            throw Refuse($"is not for {audience}", "Get one for each audience that the families of the target need");
        }

        CheckPower(claims);
        return claims;
    }

    private void CheckPower(TokenClaims claims)
    {
        string? strong = claims.Permissions.FirstOrDefault(p => Array.Exists(Writing, w => p.Contains(w, StringComparison.OrdinalIgnoreCase)))
            ?? (claims.RoleTemplates.Any(Administrators.Contains) ? "an administrator's role" : null);
        if (strong is not null && !acceptOverprivileged)
        {
            throw Refuse($"can do more than read ({strong})", "Use an account or application with reader roles only, or give --accept-overprivileged at a terminal");
        }
    }

    private bool IssuedBy(string issuer) => issuer.TrimEnd('/').EndsWith($"/{target.TenantId:D}", StringComparison.OrdinalIgnoreCase)
        || issuer.TrimEnd('/').EndsWith($"/{target.TenantId:D}/v2.0", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string a, string b) => a.TrimEnd('/').Equals(b.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static GuardRefusalException Refuse(string what, string fix) => new($"a token {what}", fix);
}
