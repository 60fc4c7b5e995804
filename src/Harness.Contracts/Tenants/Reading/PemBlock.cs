using System.Formats.Asn1;

namespace Harness.Contracts.Tenants.Reading;

/// <summary>Looks whether a text holds a PEM block, without waking the cryptography library, for which no start need wait.</summary>
internal static class PemBlock
{
    private static readonly string[] PrivateKeys = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];

    public static bool HasPrivateKey(string pem) => PrivateKeys.Any(label => IsIn(pem, label));

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
            && AsnDecoder.TryReadEncodedValue(der.AsSpan(0, length), AsnEncodingRules.DER, out Asn1Tag tag, out _, out _, out int read)
            && tag.HasSameClassAndValue(Asn1Tag.Sequence)
            && read == length;
    }
}
