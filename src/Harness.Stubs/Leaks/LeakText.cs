using System.Net;
using Harness.Stubs.Sanitizing;

namespace Harness.Stubs.Leaks;

/// <summary>What lets a value off that a pattern found.</summary>
internal static class LeakText
{
    private static readonly string[] Plain = ["string", "object", "boolean", "secret", "password", "integer", "bearer", "oauth2", "undefined", "notapplicable", "enabled", "disabled", "required", "optional"];

    public static bool IsHarmlessSecret(string value)
    {
        string bare = value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..] : value;
        return MakeBelieve.IsSecret(bare)
            || MakeBelieve.IsToken(bare)
            || bare == "ZmFrZTpmYWtl"
            || Plain.Contains(bare, StringComparer.OrdinalIgnoreCase)
            || bare.StartsWith("0x0000", StringComparison.Ordinal)
            || DateTimeOffset.TryParse(bare, System.Globalization.CultureInfo.InvariantCulture, out _)
            || bare[0] is '{' or '[' or '<' or '$';
    }

    /// <summary>One name and value: every one must be harmless, for one that is made up says nothing of the next.</summary>
    public static bool IsHarmlessCookie(string pair) =>
        pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim() is var value && (value.Length == 0 || IsChunkCount(value) || IsHarmlessSecret(value));

    /// <summary>How many cookies follow that hold the parts of a long one.</summary>
    public static bool IsChunkCount(string value) =>
        value.Length is > 7 and <= 10 && (value.StartsWith("chunks:", StringComparison.Ordinal) || value.StartsWith("chunks-", StringComparison.Ordinal)) && !value.AsSpan(7).ContainsAnyExceptInRange('0', '9');

    /// <summary>The lines of Set-Cookie that an exporter joined; what follows the first semicolon of a line is the cookie's terms.</summary>
    public static bool AreHarmlessCookies(string header) =>
        header.Split("\\n").All(line => IsHarmlessCookie(line.Split(';')[0].TrimEnd('\\')));

    public static bool HasCheckDigits(string value)
    {
        char[] digits = [.. value.Where(char.IsAsciiDigit)];
        return StandInMark.HasCheckDigits(digits) || digits.Distinct().Count() == 1;
    }

    // Reserved ranges, ranges for documentation, and what is a version number more likely than an address.
    public static bool IsHarmlessAddress(string text)
    {
        if (!IPAddress.TryParse(text, out IPAddress? address))
        {
            return true;
        }

        byte[] b = address.GetAddressBytes();
        return b[0] is 0 or 127 or >= 224 || (b[2] == 0 && b[3] == 0)
            || (b[0] == 192 && b[1] == 0 && b[2] == 2) || (b[0] == 198 && b[1] == 51 && b[2] == 100) || (b[0] == 203 && b[1] == 0 && b[2] == 113) || (b[0] == 198 && b[1] is 18 or 19);
    }
}
