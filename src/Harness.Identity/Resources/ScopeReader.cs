using System.Text.RegularExpressions;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;

namespace Harness.Identity.Resources;

/// <summary>Reads the <c>scope</c> of a v2 request.</summary>
internal sealed partial class ScopeReader(ResourceDirectory resources)
{
    private const string Default = ".default";

    private static readonly string[] OpenIdScopes = ["openid", "profile", "email", "offline_access"];

    /// <exception cref="LoginRefusedException">A scope is malformed, names an unknown resource, or there are two resources.</exception>
    /// <param name="bad">What a malformed scope is answered with; it differs between endpoints.</param>
    public RequestedScopes Read(Tenant tenant, string text, AadstsCode bad = AadstsCode.BadScope)
    {
        string[] scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] openId = [.. OpenIdScopes.Where(s => scopes.Contains(s, StringComparer.OrdinalIgnoreCase))];
        (string Resource, string Permission, bool IsShort)[] wanted =
        [
            .. scopes.Where(s => !OpenIdScopes.Contains(s, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Select(s => Split(s, bad)),
        ];
        if (wanted.Length == 0)
        {
            return scopes.Length == 0
                ? throw Refuse(bad, text)
                : new RequestedScopes(resources.Need(tenant, WellKnownResources.Graph), [], false, openId, IsShort: true);
        }

        ResourceTarget[] targets = [.. wanted.Select(w => resources.Need(tenant, w.Resource))];
        if (targets.DistinctBy(t => t.Resource.AppId).Count() > 1)
        {
            throw new LoginRefusedException(AadstsCode.TwoResources);
        }

        string[] permissions = [.. wanted.Select(w => w.Permission).Where(p => p != Default)];
        bool isDefault = permissions.Length < wanted.Length;

        // .default stands for all that was granted, and goes with no single permission.
        return isDefault && permissions.Length > 0
            ? throw Refuse(bad, text)
            : new RequestedScopes(targets[0], permissions, isDefault, openId, Array.TrueForAll(wanted, w => w.IsShort));
    }

    /// <summary>The scopes of a v1 request: one resource, everything granted.</summary>
    public RequestedScopes ReadResource(Tenant tenant, string? resource) =>
        new(resources.Need(tenant, resource ?? WellKnownResources.DirectoryGraph), [], true, ["openid", "offline_access"]);

    private static (string Resource, string Permission, bool IsShort) Split(string scope, AadstsCode bad)
    {
        int slash = scope.LastIndexOf('/');
        if (slash < 0)
        {
            return PermissionName().IsMatch(scope) ? (WellKnownResources.Graph, scope, true) : throw Refuse(bad, scope);
        }

        string resource = scope[..slash];
        string permission = scope[(slash + 1)..];
        bool isSound = resource.Length > 0 && !resource.EndsWith(":/", StringComparison.Ordinal) && PermissionName().IsMatch(permission);
        return isSound ? (resource, permission, false) : throw Refuse(bad, scope);
    }

    private static LoginRefusedException Refuse(AadstsCode code, string scope) => new(code, ("scope", scope));

    [GeneratedRegex("^[A-Za-z.][A-Za-z0-9_.:-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PermissionName();
}
