using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class NetworkRule : ShapeRule
{
    public override string Id => "SAN-033";

    public override string Catches => "network addresses";

    public override string Example => "10.20.30.40, 00-1A-2B-3C-4D-5E";

    private static readonly Shape V4 = new(@"(?<![\w.])(?:\d{1,3})(?:\.\d{1,3}){3}(?<mask>/\d{1,2})?(?![\w]|\.\d)");
    private static readonly Shape V6 = new(@"(?<![\w:.])(?=[0-9A-Fa-f:]*[0-9])(?:[0-9A-Fa-f]{1,4}:){1,7}(?::?[0-9A-Fa-f]{1,4}){1,7}(?![\w:.])|(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:){1,6}:(?=[/\]\s""',]|$)");
    private static readonly Shape Mac = new(@"(?<![0-9A-Fa-f:-])[0-9A-Fa-f]{2}(?<sign>[:-])(?:[0-9A-Fa-f]{2}\k<sign>){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:-])");
    private static readonly string[] VersionLabels = ["version", "build", "useragent", "secchua", "release", "firmware", "revision"];

    public override string StandIn => "an address of a range that nobody uses: 240.0.0.0/4, 2001:db8::/32, 02-FA-4E; neighbors stay neighbors";

    public override TextTraits Needs => TextTraits.Digit;

    public override TextTraits NeedsOneOf => TextTraits.Dot | TextTraits.Colon | TextTraits.Dash;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        string label = field.Label;
        if (text.Length < 7 || VersionLabels.Any(v => label.Contains(v, StringComparison.Ordinal)))
        {
            return text;
        }

        string given = text;
        bool isPath = field.Place is FieldPlace.Path or FieldPlace.Query;
        text = text.AsSpan().Count('.') >= 3 ? V4.Replace(text, m => FourBytes(m, given, isPath, scrubber)) : text;
        int colons = text.AsSpan().Count(':');
        if (colons >= 2)
        {
            text = V6.Replace(text, m => Sixteen(m.Value, scrubber));
        }

        return colons >= 5 || text.AsSpan().Count('-') >= 5 ? Mac.Replace(text, m => Hardware(m, scrubber)) : text;
    }

    private static string FourBytes(Match match, string text, bool isPath, Scrubber scrubber)
    {
        string mask = match.Groups["mask"].Value, address = match.Value[..^mask.Length];
        byte[] bytes = new byte[4];
        string[] parts = address.Split('.');
        for (int i = 0; i < 4; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]) || (parts[i].Length > 1 && parts[i][0] == '0'))
            {
                return match.Value;
            }
        }

        bool isVersion = mask.Length == 0 && ((bytes[2] == 0 && bytes[3] == 0) || IsVersion(text, match.Index, isPath));
        if (bytes[0] is 0 or 127 or >= 240 || isVersion)
        {
            return match.Value;
        }

        ulong net = scrubber.StandIns.Number("net", $"{bytes[0]}.{bytes[1]}.{bytes[2]}");
        byte host = (byte)((bytes[3] * ((int)(net >> 40) | 1)) + (int)(net >> 50));
        return string.Create(CultureInfo.InvariantCulture, $"{240 + (net & 0xE)}.{(byte)(net >> 8)}.{(byte)(net >> 16)}.{host}{mask}");
    }

    // Edge/126.1.2.3 in a sentence is a product; /machines/10.1.2.3 in a path is none.
    private static bool IsVersion(string text, int at, bool isPath) =>
        (!isPath && at >= 2 && text[at - 1] == '/' && char.IsAsciiLetter(text[at - 2])) ||
        text.AsSpan(Math.Max(0, at - 12), Math.Min(at, 12)).TrimEnd(" :=").EndsWith("version", StringComparison.OrdinalIgnoreCase);

    private static string Sixteen(string text, Scrubber scrubber)
    {
        if (!IPAddress.TryParse(text, out IPAddress? address) || address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return text;
        }

        byte[] bytes = address.GetAddressBytes();
        string given = Convert.ToHexString(bytes);
        if (given.StartsWith("20010DB8FA4E", StringComparison.Ordinal))
        {
            return text;
        }

        ulong net = scrubber.StandIns.Number("net6", given[..16]), host = scrubber.StandIns.Number("host6", given);
        return string.Create(CultureInfo.InvariantCulture, $"2001:db8:fa4e:{1 + (net % 0xFFFE):x}:{1 + (host % 0xFFFE):x}:{1 + ((host >> 16) % 0xFFFE):x}:{1 + ((host >> 32) % 0xFFFE):x}:{1 + ((host >> 48) % 0xFFFE):x}");
    }

    private static string Hardware(Match match, Scrubber scrubber)
    {
        string bare = match.Value.Replace(match.Groups["sign"].Value, "", StringComparison.Ordinal).ToUpperInvariant();
        if (bare.StartsWith("02FA4E", StringComparison.Ordinal))
        {
            return match.Value;
        }

        ulong hash = scrubber.StandIns.Number("mac", bare);
        return string.Join(match.Groups["sign"].Value, "02", "FA", "4E", $"{(byte)hash:X2}", $"{(byte)(hash >> 8):X2}", $"{(byte)(hash >> 16):X2}");
    }
}
