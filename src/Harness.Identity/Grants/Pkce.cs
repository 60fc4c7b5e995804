using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Identity.Grants;

/// <summary>Proof key for code exchange.</summary>
internal static class Pkce
{
    private const int Shortest = 43;
    private const int Longest = 128;

    public static bool IsChallenge(string challenge) =>
        challenge.Length is >= Shortest and <= Longest && challenge.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');

    /// <summary>Whether the verifier is the one that the challenge was made from. A code without challenge takes any.</summary>
    public static bool Matches(string? challenge, bool isPlain, string? verifier)
    {
        if (challenge is null)
        {
            return true;
        }

        string made = isPlain ? verifier ?? "" : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier ?? "")));
        return verifier is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(made), Encoding.UTF8.GetBytes(challenge));
    }
}
