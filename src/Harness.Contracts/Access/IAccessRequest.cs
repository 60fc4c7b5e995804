namespace Harness.Contracts.Access;

/// <summary>What a requirement may look at in an arriving call; free of any HTTP stack. Reading it must not allocate on the good path.</summary>
public interface IAccessRequest
{
    string Method { get; }

    /// <summary>The portal's host as addressed, lower case, without port: <c>contoso-admin.sharepoint.com</c>.</summary>
    string Host { get; }

    /// <summary>The path on that host, as sent (not decoded), without query.</summary>
    string Path { get; }

    /// <summary>First value, or null. Names are case-insensitive.</summary>
    string? Header(string name);

    /// <summary>Value as sent (not URL-decoded), or null. Names are exact.</summary>
    string? Cookie(string name);

    /// <summary>The same without a copy; empty when the call does not have the cookie.</summary>
    ReadOnlySpan<char> CookieText(string name) => Cookie(name);

    /// <summary>First value, URL-decoded, or null. Names are case-insensitive, as the portals are.</summary>
    string? Query(string name);
}
