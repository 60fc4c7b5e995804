using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans a multipart body part by part; a part may hold a call of its own, with headers and body.</summary>
internal static class MultipartText
{
    private static readonly Shape Name = new(@"\bname=""?(?<name>[^"";\r\n]+)");
    private static readonly Shape FileName = new(@"(?<=\bfilename\*?="")(?<name>[^""\r\n]+)");

    public static string Rewrite(string text, int start, Scrubber scrubber)
    {
        int end = text.AsSpan(start).IndexOfAny('\r', '\n');
        string boundary = end < 0 ? text : text[start..(start + end)];
        string[] parts = text.Split(boundary);
        for (int i = 1; i < parts.Length; i++)
        {
            parts[i] = Part(parts[i], scrubber);
        }

        return string.Join(boundary, parts);
    }

    private static string Part(string part, Scrubber scrubber)
    {
        (int head, int body) = Split(part);
        if (head < 0)
        {
            return part;
        }

        string headers = Headers(part[..head], scrubber);
        string content = part[body..];
        string trimmed = content.TrimEnd('\r', '\n');
        string label = Name.Match(part[..head]) is { Success: true } name ? name.Groups["name"].Value : "";
        string clean = IsCall(trimmed) ? Call(trimmed, scrubber) : scrubber.Text(trimmed, Field.Named(FieldPlace.Form, label));
        return headers + part[head..body] + clean + content[trimmed.Length..];
    }

    private static bool IsCall(string content) => content.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || content.Split('\n', 2)[0].TrimEnd('\r').EndsWith(" HTTP/1.1", StringComparison.Ordinal);

    private static string Call(string call, Scrubber scrubber)
    {
        (int head, int body) = Split(call);
        return head < 0 ? Headers(call, scrubber) : Headers(call[..head], scrubber) + call[head..body] + scrubber.Text(call[body..], Field.Plain);
    }

    private static string Headers(string headers, Scrubber scrubber)
    {
        string[] lines = headers.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
            lines[i] = colon > 0 && !lines[i].AsSpan(0, colon).Contains(' ') ? Header(lines[i], colon, scrubber) : scrubber.Shapes(lines[i] + " ", Field.Plain)[..^1];
        }

        return string.Join('\n', lines);
    }

    private static string Header(string line, int colon, Scrubber scrubber)
    {
        string end = line.EndsWith('\r') ? "\r" : "", value = line[(colon + 2)..^end.Length];
        string clean = line.StartsWith("Content-Disposition", StringComparison.OrdinalIgnoreCase)
            ? FileName.Replace(value, m => scrubber.Text(m.Value, Field.Named(FieldPlace.Form, "filename")))
            : HeaderText.Rewrite(line[..colon], value, scrubber);
        return line[..(colon + 2)] + clean + end;
    }

    private static (int Head, int Body) Split(string part)
    {
        int crlf = part.IndexOf("\r\n\r\n", StringComparison.Ordinal), lf = part.IndexOf("\n\n", StringComparison.Ordinal);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? (crlf, crlf + 4) : lf >= 0 ? (lf, lf + 2) : (-1, -1);
    }
}
