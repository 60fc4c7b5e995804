using Harness.Contracts.Families;

namespace Harness.Tests.Support;

/// <summary>Holds an answer against the refusal that a family declares: status, content type and everything of the body that is not filled in.</summary>
internal static class RefusalShape
{
    /// <summary>Null when the answer is what the family declares.</summary>
    public static string? Difference(Refusal declared, PortalAnswer answer)
    {
        if (answer.Status != declared.Status)
        {
            return $"answered {answer.Status}, not {declared.Status}";
        }

        string? type = MediaTypeOf(declared);
        if (type != answer.ContentType)
        {
            return $"came as {answer.ContentType ?? "nothing"}, not as {type ?? "nothing"}";
        }

        int at = 0;
        foreach (string piece in Pieces(declared.Body))
        {
            int found = answer.Text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return $"lacks '{piece}' in its body: {answer.Text}";
            }

            at = found + piece.Length;
        }

        return declared.Body.Length == 0 && answer.Bytes.Length > 0 ? $"has a body: {answer.Text}" : null;
    }

    private static string? MediaTypeOf(Refusal declared)
    {
        string? header = declared.Headers.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        return header?.Split(';')[0].Trim() ?? (declared.Body.Length > 0 ? "application/json" : null);
    }

    // What stands between the variables.
    private static IEnumerable<string> Pieces(string body)
    {
        foreach (string piece in body.Split("{{"))
        {
            int close = piece.IndexOf("}}", StringComparison.Ordinal);
            string text = close < 0 ? piece : piece[(close + 2)..];
            if (text.Length > 0)
            {
                yield return text;
            }
        }
    }
}
