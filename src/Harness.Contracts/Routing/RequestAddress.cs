namespace Harness.Contracts.Routing;

/// <summary>Which host a call means, and its path on that host.</summary>
/// <param name="Host">Lower case, without port; for the server's own address the name it was called by.</param>
/// <param name="RawPath">As sent, not decoded, without the query; begins with a slash.</param>
/// <param name="Prefix">What stood before <paramref name="RawPath"/> in the path form, as sent: the Path of cookies. Empty otherwise.</param>
public sealed record RequestAddress(AddressForm Form, string Host, string RawPath, string Prefix);
