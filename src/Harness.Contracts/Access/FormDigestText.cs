using System.Buffers;
using System.Globalization;
using System.Text;

namespace Harness.Contracts.Access;

/// <summary>How SharePoint writes a form digest: <c>0x</c>, upper-case hexadecimal, a comma and the date it was minted.</summary>
/// <remarks>The hexadecimal part holds the UTF-8 bytes of a protected ticket, the date is the ticket's own.</remarks>
public static class FormDigestText
{
    private const string Start = "0x";
    private const string DateFormat = "dd MMM yyyy HH:mm:ss '-0000'";

    // A protected ticket has a few hundred characters; what is longer was not issued by us.
    private const int LongestText = 16 * 1024;

    /// <param name="issuedAt">As in the ticket, or the digest will not be accepted.</param>
    public static string Write(string protectedTicket, DateTimeOffset issuedAt)
    {
        string date = issuedAt.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        return $"{Start}{Convert.ToHexString(Encoding.UTF8.GetBytes(protectedTicket))},{date}";
    }

    /// <summary>The ticket in a digest, or in a bare protected ticket; null for anything else.</summary>
    public static SessionTicket? Read(string text, IAccessAuthority authority)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            return authority.ReadTicket(text);
        }

        int comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || text.Length > LongestText)
        {
            return null;
        }

        SessionTicket? ticket = ReadHex(text.AsSpan(Start.Length..comma), authority);
        return ticket is not null && IsDate(text.AsSpan(comma + 1), ticket.IssuedAt) ? ticket : null;
    }

    private static SessionTicket? ReadHex(ReadOnlySpan<char> hex, IAccessAuthority authority)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(hex.Length);
        char[] chars = ArrayPool<char>.Shared.Rent(hex.Length);
        try
        {
            // A ticket is ASCII, so that bytes that are not were never one; GetChars cannot run out of room either way.
            return Convert.FromHexString(hex, bytes, out _, out int count) == OperationStatus.Done && count > 0
                ? authority.ReadTicket(chars.AsSpan(0, Encoding.UTF8.GetChars(bytes.AsSpan(0, count), chars)))
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static bool IsDate(ReadOnlySpan<char> text, DateTimeOffset issuedAt)
    {
        Span<char> expected = stackalloc char[40];
        return issuedAt.UtcDateTime.TryFormat(expected, out int length, DateFormat, CultureInfo.InvariantCulture)
            && text.SequenceEqual(expected[..length]);
    }
}
