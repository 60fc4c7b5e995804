using System.Collections.Concurrent;
using System.Security.Cryptography;
using Harness.Identity.Keys;
using Harness.Identity.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Mock.Login;

/// <summary>Seals the token service's codes and tokens with the key ring that session cookies are sealed with, so that replicas share them.</summary>
internal sealed class KeyRingValues(KeyFolder keys) : IProtectedValues
{
    private readonly ConcurrentDictionary<string, IDataProtector> _protectors = new(StringComparer.Ordinal);
    private readonly Lazy<IDataProtectionProvider> _provider = new(() => keys.WhileLocked(() => Open(keys.Path)));

    public string Protect(string purpose, ReadOnlySpan<byte> content) => WebEncoders.Base64UrlEncode(For(purpose).Protect(content.ToArray()));

    public byte[]? Unprotect(string purpose, string value)
    {
        try
        {
            return For(purpose).Unprotect(WebEncoders.Base64UrlDecode(value));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector For(string purpose) => _protectors.GetOrAdd(purpose, static (name, provider) => provider.Value.CreateProtector("login", name), _provider);

    // The first use makes the key; asked for while the folder is locked, two servers that start together make one.
    private static IDataProtectionProvider Open(string folder)
    {
        IDataProtectionProvider provider = DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName("harness"));
        provider.CreateProtector("login").Protect([]);
        return provider;
    }
}
