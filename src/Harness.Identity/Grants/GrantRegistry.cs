using System.Collections.Frozen;

namespace Harness.Identity.Grants;

/// <summary>Every grant, one line each.</summary>
internal sealed class GrantRegistry(StsParts sts)
{
    private readonly FrozenDictionary<string, IGrant> _grants = new IGrant[]
    {
        new AuthorizationCodeGrant(sts),
        new ClientCredentialsGrant(sts),
        new RefreshTokenGrant(sts),
        new PasswordGrant(sts),
        new DeviceCodeGrant(sts),
        new OnBehalfOfGrant(sts),
    }.SelectMany(grant => grant.Names.Select(name => KeyValuePair.Create(name, grant))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null when there is none of that name.</summary>
    public IGrant? Find(string grantType) => _grants.GetValueOrDefault(grantType);
}
