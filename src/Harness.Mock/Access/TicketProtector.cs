using System.Collections.Concurrent;
using System.Text.Json;
using Harness.Contracts.Access;
using Harness.Identity.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Mock.Access;

/// <summary>Turns session tickets into cookie values and back. The values are self-contained: any server with the same key ring accepts them.</summary>
internal sealed class TicketProtector(KeyFolder keys)
{
    private const int LongestValue = 8 * 1024;
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<string, SessionTicket> _known = new(CredentialComparer.Instance);
    private readonly Lazy<IDataProtector> _protector = new(() => keys.WhileLocked(() => Open(keys.Path)));

    public string Protect(SessionTicket ticket)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(ticket, TicketJson.Default.SessionTicket);
        return WebEncoders.Base64UrlEncode(_protector.Value.Protect(json));
    }

    /// <summary>Null for what we did not issue. Whether a ticket has expired is the caller's question.</summary>
    public SessionTicket? Unprotect(ReadOnlySpan<char> value)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out SessionTicket? known))
        {
            return known;
        }

        SessionTicket? ticket = value.Length is > 0 and <= LongestValue ? Read(value.ToString()) : null;
        if (ticket is not null)
        {
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }

            _known[value.ToString()] = ticket;
        }

        return ticket;
    }

    private SessionTicket? Read(string value)
    {
        try
        {
            byte[] json = _protector.Value.Unprotect(WebEncoders.Base64UrlDecode(value));
            return JsonSerializer.Deserialize(json, TicketJson.Default.SessionTicket);
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    // Asked for once while the folder is locked: the first use makes the key, and two servers that start together must not make two.
    private static IDataProtector Open(string folder)
    {
        IDataProtector protector = DataProtectionProvider.Create(
            new DirectoryInfo(folder), builder => builder.SetApplicationName("harness")).CreateProtector("session");
        protector.Protect([]);
        return protector;
    }
}
