namespace Harness.Contracts.Tenants.Reading;

/// <summary>Looks whether a text holds a PEM block, without waking the cryptography library: that would take longer than reading the rest of the file.</summary>
internal static class PemBlock
{
    private const byte DerSequence = 0x30;
    private const byte LengthInTwoBytes = 0x82;

    /// <summary>Whether there is a block of that label whose base64 is one whole DER sequence. What stands in it is not looked at.</summary>
    /// <param name="label">What stands between BEGIN and the dashes: <c>CERTIFICATE</c>.</param>
    public static bool IsIn(string pem, string label)
    {
        string begin = $"-----BEGIN {label}-----", end = $"-----END {label}-----";
        int from = pem.IndexOf(begin, StringComparison.Ordinal);
        int to = from < 0 ? -1 : pem.IndexOf(end, from, StringComparison.Ordinal);
        return to >= 0 && IsSequence(pem.AsSpan(from + begin.Length, to - from - begin.Length));
    }

    private static bool IsSequence(ReadOnlySpan<char> base64)
    {
        byte[] der = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, der, out int length)
            && length > 4
            && der[0] == DerSequence
            && der[1] == LengthInTwoBytes
            && (der[2] << 8) + der[3] + 4 == length;
    }
}
