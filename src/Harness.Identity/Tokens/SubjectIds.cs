using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Identity.Tokens;

/// <summary>Ids that follow from others, so that every token says the same.</summary>
public static class SubjectIds
{
    /// <summary>A delegated token's subject differs from the user's object id, and between applications.</summary>
    public static string Pairwise(Guid user, Guid client) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{user:N}{client:N}")));

    /// <summary>Object id of an application in a tenant.</summary>
    public static Guid ServicePrincipal(Guid tenant, Guid client) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes($"sp{tenant:N}{client:N}")).AsSpan(0, 16));

    /// <summary>Passport id: sixteen hexadecimal digits.</summary>
    public static string Puid(Guid user) => "1003" + Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"puid{user:N}")).AsSpan(0, 6));

    /// <summary>A value that means something to the service alone: <c>uti</c>, <c>rh</c>, <c>aio</c>.</summary>
    public static string Opaque(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
