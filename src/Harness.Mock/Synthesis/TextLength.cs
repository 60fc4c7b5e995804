using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Makes a text as long as its schema wants it.</summary>
internal static class TextLength
{
    private const int Longest = 64 * 1024;

    public static bool Fits(Schema schema, string text) => !(text.Length < schema.MinLength || text.Length > schema.MaxLength);

    /// <summary>Texts of a format stay whole: half a GUID helps nobody.</summary>
    public static string Fit(Schema schema, string text, ulong hash)
    {
        if (Fits(schema, text) || (schema.Format is not null && schema.Format is not ("password" or "binary" or "string" or "text")))
        {
            return text;
        }

        if (text.Length > schema.MaxLength)
        {
            return Cut(text, schema, hash);
        }

        int wanted = Math.Min(schema.MinLength!.Value, Longest);
        return text + StableHash.Hex(hash, wanted - text.Length);
    }

    // A GUID loses its dashes first; words lose their end.
    private static string Cut(string text, Schema schema, ulong hash)
    {
        int most = schema.MaxLength!.Value;
        if (Guid.TryParse(text, out Guid id) && (schema.MinLength ?? 0) <= 32)
        {
            return id.ToString("N")[..Math.Min(32, most)];
        }

        string cut = text[..most];
        string trimmed = cut.TrimEnd();
        return trimmed.Length == 0 ? StableHash.Hex(hash, most) : trimmed.Length >= (schema.MinLength ?? 0) ? trimmed : cut;
    }
}
