namespace Harness.Contracts.Routing;

/// <summary>How a call said which portal it means.</summary>
public enum AddressForm
{
    /// <summary>It means none: the server's own address, where the control API lives.</summary>
    Own,

    /// <summary>By the first segment of the path: <c>http://127.0.0.1:5080/security.microsoft.com/...</c>.</summary>
    Path,

    /// <summary>By the Host header, as the portal's real clients do.</summary>
    Host,

    /// <summary>By a name below localhost: <c>http://security.microsoft.com.localhost:5080/...</c>.</summary>
    Subdomain,
}
