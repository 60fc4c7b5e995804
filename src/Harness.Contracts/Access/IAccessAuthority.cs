namespace Harness.Contracts.Access;

/// <summary>Who issued the credentials that a call carries: reads them back and knows what time it is. Implementations cache; reading is on the hot path.</summary>
public interface IAccessAuthority
{
    DateTimeOffset Now { get; }

    /// <summary>Host template values of the tenant in force: <c>tenant</c> → <c>contoso</c>.</summary>
    IReadOnlyDictionary<string, string> HostValues { get; }

    string TenantId { get; }

    /// <summary>Null when the value was not issued by us, or was tampered with.</summary>
    SessionTicket? ReadTicket(string protectedValue);

    /// <summary>Null when the token is malformed or its signature is not ours.</summary>
    AccessToken? ReadToken(string token);

    /// <summary>The same for a part of a header; implementations look it up without a copy.</summary>
    SessionTicket? ReadTicket(ReadOnlySpan<char> protectedValue) => ReadTicket(protectedValue.ToString());

    /// <summary>The same for a part of a header; implementations look it up without a copy.</summary>
    AccessToken? ReadToken(ReadOnlySpan<char> token) => ReadToken(token.ToString());
}
