namespace Harness.Identity.Protection;

/// <summary>Seals the values that the service hands out and takes back: codes, refresh tokens, device codes, the state of a sign-in page.</summary>
/// <remarks>Every replica with the same keys opens them; a value is good for the purpose it was sealed for and no other.</remarks>
public interface IProtectedValues
{
    string Protect(string purpose, ReadOnlySpan<byte> content);

    /// <summary>Null for what was not sealed here, or for another purpose, or was tampered with.</summary>
    byte[]? Unprotect(string purpose, string value);
}
