namespace Harness.Identity;

/// <summary>Which login host a call means, and how links back to it must begin so that they work for that caller.</summary>
/// <param name="Host">One of <see cref="LoginHosts.All"/> or <see cref="LoginHosts.UserInfo"/>, lower case.</param>
/// <param name="RawPath">Path on that host, as sent, without the query.</param>
/// <param name="BaseUrl">Scheme, authority and, in the path form, the host segment; no slash at the end: <c>http://127.0.0.1:5080/login.microsoftonline.com</c>.</param>
/// <param name="CookiePath">Path of cookies: the path form keeps two hosts on one address apart.</param>
/// <param name="IsReal">Whether the caller addressed the host by its real name, so that links to the other login hosts work too.</param>
public sealed record LoginAddress(string Host, string RawPath, string BaseUrl, string CookiePath, bool IsReal);
