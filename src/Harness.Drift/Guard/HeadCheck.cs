using System.Collections.Frozen;
using System.Text;

namespace Harness.Drift.Guard;

/// <summary>Reads the head of a request as it is about to go over the wire, byte by byte, trusting nothing above it.</summary>
internal sealed class HeadCheck
{
    private const int LongestName = 128;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _headers;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hosts;

    /// <param name="hosts">What the Host header may say, port included.</param>
    public HeadCheck(FrozenSet<string> headers, FrozenSet<string> hosts)
    {
        _headers = headers.GetAlternateLookup<ReadOnlySpan<char>>();
        _hosts = hosts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Null when the head may be sent; otherwise what is wrong with it.</summary>
    /// <param name="head">Up to and with the empty line.</param>
    public string? Mistake(ReadOnlySpan<byte> head)
    {
        int end = head.IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = head[..end];
        if (!line.StartsWith("GET /"u8) && !line.StartsWith("HEAD /"u8))
        {
            return "it does not begin with GET or HEAD and a path";
        }

        if (!line.EndsWith(" HTTP/1.1"u8) || line.Count((byte)' ') != 2 || line.ContainsAnyInRange((byte)0, (byte)31))
        {
            return "its first line is not that of an HTTP/1.1 request";
        }

        return MistakeInFields(head[(end + 2)..^2]);
    }

    private string? MistakeInFields(ReadOnlySpan<byte> fields)
    {
        bool hasHost = false;
        while (!fields.IsEmpty)
        {
            int end = fields.IndexOf("\r\n"u8);
            ReadOnlySpan<byte> field = fields[..end];
            int colon = field.IndexOf((byte)':');
            if (colon is <= 0 or > LongestName || field.ContainsAny((byte)'\r', (byte)'\n', (byte)0))
            {
                return "a line of it is no header";
            }

            if (field[..colon].Length == 4 && Ascii.EqualsIgnoreCase(field[..colon], "host"u8))
            {
                if (hasHost || !IsAllowedHost(field[(colon + 1)..]))
                {
                    return "it is for a host that is not on the list";
                }

                hasHost = true;
            }
            else if (!IsAllowed(field[..colon]))
            {
                return "it carries a header that is not on the list";
            }

            fields = fields[(end + 2)..];
        }

        return hasHost ? null : "it names no host";
    }

    private bool IsAllowed(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestName];
        return _headers.Contains(text[..Encoding.ASCII.GetChars(name, text)]);
    }

    private bool IsAllowedHost(ReadOnlySpan<byte> value)
    {
        Span<char> text = stackalloc char[300];
        ReadOnlySpan<byte> host = value.Trim((byte)' ');
        return host.Length <= text.Length && _hosts.Contains(text[..Encoding.ASCII.GetChars(host, text)]);
    }
}
