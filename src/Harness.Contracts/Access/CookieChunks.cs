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

    private const int UsualLength = 2048;

    // Asked for with every call, so made once.
    private readonly ConcurrentDictionary<string, string[]> _partNames = new(StringComparer.Ordinal);

    public bool IsHead(ReadOnlySpan<char> value) => value.StartsWith(Marker, StringComparison.Ordinal);

    /// <summary>The ticket in the joined parts; null when a part is not there (<paramref name="missing"/> names it) or the whole is garbled.</summary>
    public SessionTicket? Read(IAccessRequest request, IAccessAuthority authority, string name, ReadOnlySpan<char> head, out string? missing)
    {
        missing = null;
        if (!int.TryParse(head[Marker.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostParts)
        {
            return null;
        }

        string[] parts = PartNames(name, count);
        char[] whole = ArrayPool<char>.Shared.Rent(UsualLength);
        int length = 0;
        for (int i = 0; i < count && missing is null; i++)
        {
            ReadOnlySpan<char> part = request.CookieText(parts[i]);
            missing = part.IsEmpty ? parts[i] : null;
            whole = WithRoom(whole, length, part.Length);
            part.CopyTo(whole.AsSpan(length));
            length += part.Length;
        }

        SessionTicket? ticket = missing is null ? authority.ReadTicket(whole.AsSpan(0, length)) : null;
        ArrayPool<char>.Shared.Return(whole);
        return ticket;
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

    private static char[] WithRoom(char[] whole, int length, int more)
    {
        if (length + more <= whole.Length)
        {
            return whole;
        }

        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * whole.Length, length + more));
        whole.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(whole);
        return larger;
    }

    private string[] PartNames(string name, int count)
    {
        string[] known = _partNames.GetValueOrDefault(name) ?? [];
        return known.Length >= count ? known : _partNames[name] = [.. Enumerable.Range(1, count).Select(number => PartName(name, number))];
    }

    private static string PartName(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}C{number}");
}
