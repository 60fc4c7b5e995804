namespace Harness.Drift.Credentials;

/// <summary>Credentials as an issuer hands them out.</summary>
/// <param name="Shareable">Whether every call with the same needs may use them, or only the one they were issued for.</param>
internal sealed record IssuedCredentials(CallCredentials Call, DateTimeOffset ExpiresAt, bool Shareable = true);
