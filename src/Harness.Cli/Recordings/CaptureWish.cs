namespace Harness.Cli.Recordings;

/// <summary>How a person wants to capture.</summary>
/// <param name="Gateway">A mock server's address; null for the real portal.</param>
/// <param name="Calls">At most so many are made on a mock server.</param>
internal sealed record CaptureWish(Uri? StartUrl, string? Browser, bool IsHeadless, Uri? Gateway, string Persona, int Calls);
