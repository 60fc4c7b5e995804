namespace Harness.Identity.Resources;

/// <summary>What a client asks for, taken apart.</summary>
/// <param name="Permissions">Names of the resource's permissions, without the resource.</param>
/// <param name="IsDefault">Whether everything that has been granted is asked for.</param>
/// <param name="OpenId">Scopes of OpenID Connect, <c>offline_access</c> included.</param>
/// <param name="IsShort">Permissions were named without their resource, which means Graph; answers name them the same way.</param>
internal sealed record RequestedScopes(
    ResourceTarget Target, IReadOnlyList<string> Permissions, bool IsDefault, IReadOnlyList<string> OpenId, bool IsShort = false)
{
    public bool WantsIdToken => OpenId.Contains("openid");

    public bool WantsRefreshToken => OpenId.Contains("offline_access");

    /// <summary>As an answer's <c>scope</c> lists them: OpenID's first, the granted ones in full, <c>/.default</c> last.</summary>
    public string Show(IReadOnlyList<string> granted)
    {
        string prefix = IsShort ? "" : $"{Target.Named}/";
        IEnumerable<string> all = OpenId.Where(s => s != "offline_access").Concat(granted.Select(g => prefix + g));
        return string.Join(' ', IsDefault ? all.Append($"{Target.Named}/.default") : all);
    }
}
