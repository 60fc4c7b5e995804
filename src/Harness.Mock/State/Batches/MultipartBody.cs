using System.Text;

namespace Harness.Mock.State.Batches;

/// <summary>A multipart body taken apart. Texts are Latin-1, a character a byte, so that bodies of parts come out as they went in.</summary>
internal sealed record MultipartBody(IReadOnlyList<(IReadOnlyDictionary<string, string> Headers, string Content)> Parts)
{
    private const string Parameter = "boundary=";

    /// <summary>Null for a content type without a boundary.</summary>
    public static string? BoundaryOf(string? contentType)
    {
        if (contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        string? boundary = contentType.Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(p => p.StartsWith(Parameter, StringComparison.OrdinalIgnoreCase))?[Parameter.Length..].Trim('"');
        return string.IsNullOrEmpty(boundary) ? null : boundary;
    }

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Null when the boundary does not stand where a multipart body has it.</summary>
    public static MultipartBody? Read(string body, string boundary)
    {
        string[] pieces = ("\n" + body.Replace("\r\n", "\n", StringComparison.Ordinal)).Split("\n--" + boundary, StringSplitOptions.None);
        if (pieces.Length < 3 || !pieces[^1].StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        List<(IReadOnlyDictionary<string, string>, string)> parts = [];
        foreach (string piece in pieces[1..^1])
        {
            (IReadOnlyDictionary<string, string> headers, string content) = Split(piece.TrimStart(' ', '\t').TrimStart('\n'));
            parts.Add((headers, content));
        }

        return new MultipartBody(parts);
    }

    /// <summary>Headers up to the empty line, and what follows.</summary>
    public static (IReadOnlyDictionary<string, string> Headers, string Content) Split(string message)
    {
        bool hasHeaders = !message.StartsWith('\n');
        int end = hasHeaders ? message.IndexOf("\n\n", StringComparison.Ordinal) : 0;
        string head = end < 0 ? message : message[..end];
        string content = end < 0 ? "" : message[(end + (hasHeaders ? 2 : 1))..];
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return (headers, content);
    }
}
