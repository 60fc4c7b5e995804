using System.Globalization;
using System.Text;

namespace Harness.Tests.Support;

/// <summary>What came back over a socket; nothing when the connection was closed without an answer.</summary>
internal sealed class RawAnswer
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private RawAnswer(int status, byte[] body)
    {
        Status = status;
        Body = body;
    }

    public static RawAnswer Nothing { get; } = new(0, []);

    /// <summary>0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>As it came, chunk marks included.</summary>
    public byte[] Body { get; }

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public string Decision => Header("x-harness-decision") ?? "";

    public int? ContentLength => Header("Content-Length") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : null;

    public override string ToString() => $"{Status} {Decision} {Encoding.UTF8.GetString(Body)}";

    /// <summary>Skips interim answers such as 100 Continue.</summary>
    public static RawAnswer Parse(byte[] bytes)
    {
        int end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return Nothing;
        }

        string[] lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        int status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        byte[] rest = bytes[(end + 4)..];
        if (status < 200)
        {
            return Parse(rest);
        }

        var answer = new RawAnswer(status, rest);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            answer._headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return answer;
    }
}
