using System.Security.Cryptography;

namespace Harness.Identity.Grants;

/// <summary>Ids that must not be guessed.</summary>
internal static class NewId
{
    public static Guid Next() => new(RandomNumberGenerator.GetBytes(16));
}
