using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SidRule : ShapeRule
{
    public override string Id => "SAN-021";

    public override string Catches => "identifiers of on-premises accounts, and PUIDs";

    public override string Example => "S-1-5-21-1111111111-2222222222-3333333333-1105";

    // The first number of every stand-in, and of no real domain that anybody has met.
    private const string Marker = "4277009102";
    private const int FirstAccount = 1000;

    private static readonly Shape Sids = new(@"S-1-5-21-(?<domain>\d{1,10}-\d{1,10}-\d{1,10})(?:-(?<rid>\d{1,10}))?|(?<![0-9A-Fa-f])(?<puid>1003[0-9A-Fa-f]{12})(?![0-9A-Fa-f])");

    public override string StandIn => "another domain and account number; numbers below 1000 mean the same everywhere and stay";

    public override TextTraits Needs => TextTraits.Digit;

    public override string Replace(string text, in Field field, Scrubber scrubber) => text.Length < 14 || (!text.Contains("1003", StringComparison.Ordinal) && !text.Contains("S-1-5-21-", StringComparison.Ordinal)) ? text : Sids.Replace(text, m => StandInFor(m, scrubber));

    private static string StandInFor(Match match, Scrubber scrubber)
    {
        if (match.Groups["puid"] is { Success: true } puid)
        {
            return puid.Value.StartsWith("1003FA4E", StringComparison.OrdinalIgnoreCase)
                ? puid.Value
                : string.Create(CultureInfo.InvariantCulture, $"1003FA4E{(uint)scrubber.StandIns.Number("puid", puid.Value.ToUpperInvariant()):X8}");
        }

        string domain = match.Groups["domain"].Value, rid = match.Groups["rid"].Value;
        if (domain.StartsWith(Marker + "-", StringComparison.Ordinal))
        {
            return match.Value;
        }

        ulong hash = scrubber.StandIns.Number("sid", domain);
        string standIn = string.Create(CultureInfo.InvariantCulture, $"S-1-5-21-{Marker}-{(uint)hash}-{(uint)(hash >> 32)}");
        return rid.Length switch
        {
            0 => standIn,
            _ when long.Parse(rid, CultureInfo.InvariantCulture) < FirstAccount => $"{standIn}-{rid}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{standIn}-{FirstAccount + (scrubber.StandIns.Number("rid", $"{domain}-{rid}") % 2_000_000_000)}"),
        };
    }
}
