using System.Collections.ObjectModel;

namespace Harness.Contracts.Access;

/// <summary>Where credentials for outgoing calls come from: minted by the mock, or taken from a person's stored session by the runner.</summary>
public interface ICredentialSource
{
    /// <summary>Value of a session cookie, unchunked. Null when the source has none.</summary>
    string? Cookie(string name, TimeSpan? lifetime);

    /// <summary>The same where families share a session: whoever mints the cookie must issue it for <paramref name="realm"/>.</summary>
    string? Cookie(string realm, string name, TimeSpan? lifetime) => Cookie(name, lifetime);

    /// <summary>A bearer token for an audience. Null when the source has none.</summary>
    string? Token(TokenWish wish);

    /// <summary>A value minted by an extra call (a form digest). Null when the source has none.</summary>
    string? Digest(string name, string mintedBy, TimeSpan lifetime, string host);

    /// <summary>A fresh GUID for headers that want a request id.</summary>
    Guid NewId();

    /// <summary>Dates the headers that want a date; sources that follow a virtual clock give theirs.</summary>
    TimeProvider Clock => TimeProvider.System;

    /// <summary>Host template values of the target, for audiences that hold one: <c>tenant</c> → <c>contoso</c>.</summary>
    IReadOnlyDictionary<string, string> HostValues => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>A make-believe or captured value for a header or query the family leaves free (a route key, a tenant id). Null when the source has none.</summary>
    string? Value(string name);
}
