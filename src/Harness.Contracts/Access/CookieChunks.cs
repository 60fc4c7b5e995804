using System.Globalization;

namespace Harness.Contracts.Access;

/// <summary>How a cookie that is too large for one header is cut: the head says how many parts there are, the parts are NAMEC1, NAMEC2, ...</summary>
/// <param name="Marker">What the head's value begins with: <c>chunks:</c> (OWIN) or <c>chunks-</c> (ASP.NET Core).</param>
/// <param name="Count">Into how many parts an outgoing cookie is cut.</param>
public sealed record CookieChunks(string Marker, int Count)
{
    // A browser keeps some 50 cookies a host; a head that asks for more parts was not issued by any portal.
    private const int MostParts = 50;

    public bool IsHead(string value) => value.StartsWith(Marker, StringComparison.Ordinal);

    /// <summary>The whole value, or null: then <paramref name="missing"/> names the part that is not there, or is null when the head is garbled.</summary>
    public string? Join(IAccessRequest request, string name, string head, out string? missing)
    {
        missing = null;
        if (!int.TryParse(head.AsSpan(Marker.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostParts)
        {
            return null;
        }

        var parts = new string[count];
        for (int i = 0; i < count; i++)
        {
            string partName = PartName(name, i + 1);
            if (request.Cookie(partName) is not { Length: > 0 } part)
            {
                missing = partName;
                return null;
            }

            parts[i] = part;
        }

        return string.Concat(parts);
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

    private static string PartName(string name, int number) => $"{name}C{number}";
}
