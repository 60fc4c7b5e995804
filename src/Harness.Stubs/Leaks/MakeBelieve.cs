using System.Buffers.Text;
using System.Text;
using Harness.Stubs.Sanitizing;
using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Leaks;

/// <summary>What marks a value as made up. A folder is never let off, only a value, or a file's ids where the file says so itself.</summary>
internal static class MakeBelieve
{
    /// <summary>A file with this in its first lines says that nobody's id or name is in it; its credentials must be marked one by one still.</summary>
    public const string FileMark = "make-believe";

    /// <summary>A key cannot say of itself that it is made up: this, in one of the three lines above it, does.</summary>
    public const string KeyMark = "make-believe key";

    private static readonly string[] Words = ["make-believe", "makebelieve", "fake", "{{", "${", "<redacted>", "REDACTED", "***", "left out"];

    public static bool IsSecret(string value) =>
        value.Length < 6
        || Words.Any(w => value.Contains(w, StringComparison.OrdinalIgnoreCase))
        || StandInMark.Ends(value.TrimEnd('=', '"', '\'', '\\'))
        || IsPackedFake(value)
        || !value.AsSpan().ContainsAnyExcept(value[0], '0');

    public static bool IsToken(string token)
    {
        string[] parts = token.Split('.');
        return parts.Length >= 2 && (Unpacked(parts[0]).Contains("FAKE-", StringComparison.Ordinal) || Unpacked(parts[1]).Contains("\"fake\":true", StringComparison.Ordinal));
    }

    public static bool IsId(string text)
    {
        string digits = new([.. text.Where(char.IsAsciiHexDigit)]);
        return digits.Length != 32 || !Guid.TryParseExact(digits, "N", out Guid id) || WellKnownIds.Contains(id) || StandInMark.Is(id);
    }

    public static bool IsAddress(string address)
    {
        string domain = address[(address.LastIndexOf('@') + 1)..];
        int guest = address.IndexOf("#EXT#", StringComparison.OrdinalIgnoreCase);
        string local = guest > 0 ? address[..guest].Split('_')[0] : address.Split('@')[0];
        return StandInMark.Ends(local) || domain.EndsWith(".example", StringComparison.Ordinal) || domain is "example.com" or "example.org" or "example.net" or "microsoft.com" || domain.EndsWith(".invalid", StringComparison.Ordinal)
            || domain.StartsWith("odata.", StringComparison.Ordinal) || domain.StartsWith("microsoft.", StringComparison.Ordinal) || domain.StartsWith("thread.", StringComparison.Ordinal);
    }

    public static bool IsHostLabel(string label) => StandInMark.Ends(label) || label.StartsWith('{') || label == "api" || Contoso(label);

    private static bool Contoso(string label) =>
        label.StartsWith("contoso", StringComparison.OrdinalIgnoreCase) || label.StartsWith("fabrikam", StringComparison.OrdinalIgnoreCase) || label.StartsWith("www", StringComparison.OrdinalIgnoreCase);

    private static bool IsPackedFake(string value) =>
        value.Length is >= 12 and <= 64 && Base64.IsValid(value) && Encoding.Latin1.GetString(Convert.FromBase64String(value)).StartsWith("fake", StringComparison.OrdinalIgnoreCase);

    private static string Unpacked(string part)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
