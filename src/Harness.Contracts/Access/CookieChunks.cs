using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;

namespace Harness.Contracts.Access;

/// <summary>How a cookie that is too large for one header is cut: the head says how many parts there are, the parts are NAMEC1, NAMEC2, ...</summary>
/// <param name="Marker">What the head's value begins with: <c>chunks:</c> (OWIN) or <c>chunks-</c> (ASP.NET Core).</param>
/// <param name="Count">Into how many parts an outgoing cookie is cut.</param>
public sealed record CookieChunks(string Marker, int Count)
{
    // A browser keeps some 50 cookies a host; a head that asks for more parts was not issued by any portal.
    private const int MostParts = 50;

    // Asked for with every call, so made once.
    private readonly ConcurrentDictionary<(string Name, int Number), string> _partNames = new();

    public bool IsHead(ReadOnlySpan<char> value) => value.StartsWith(Marker, StringComparison.Ordinal);

    /// <summary>The ticket in the joined parts; null when a part is not there (<paramref name="missing"/> names it) or the whole is garbled.</summary>
    public SessionTicket? Read(IAccessRequest request, IAccessAuthority authority, string name, ReadOnlySpan<char> head, out string? missing)
    {
        missing = null;
        if (!int.TryParse(head[Marker.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostParts)
        {
            return null;
        }

        int length = 0;
        for (int i = 1; i <= count; i++)
        {
            int part = request.CookieText(PartName(name, i)).Length;
            if (part == 0)
            {
                missing = PartName(name, i);
                return null;
            }

            length += part;
        }

        return Join(request, authority, name, count, length);
    }

    public void Split(OutgoingCall call, string name, string value)
    {
        int count = Math.Clamp(Count, 1, Math.Max(1, value.Length));
        call.Cookies[name] = $"{Marker}{count}";
        for (int i = 0; i < count; i++)
        {
            call.Cookies[PartName(name, i + 1)] = value[(value.Length * i / count)..(value.Length * (i + 1) / count)];
        }
    }

    private SessionTicket? Join(IAccessRequest request, IAccessAuthority authority, string name, int count, int length)
    {
        char[] whole = ArrayPool<char>.Shared.Rent(length);
        int at = 0;
        for (int i = 1; i <= count; i++)
        {
            ReadOnlySpan<char> part = request.CookieText(PartName(name, i));
            part.CopyTo(whole.AsSpan(at));
            at += part.Length;
        }

        SessionTicket? ticket = authority.ReadTicket(whole.AsSpan(0, at));
        ArrayPool<char>.Shared.Return(whole);
        return ticket;
    }

    private string PartName(string name, int number) => _partNames.GetOrAdd((name, number), static part => $"{part.Name}C{part.Number}");
}
