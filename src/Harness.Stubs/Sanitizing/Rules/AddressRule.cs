using System.Buffers;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class AddressRule : ShapeRule
{
    public override string Id => "SAN-030";

    public override string Catches => "user principal names and mail addresses, with what is made of them";

    public override string Example => "ann.lee@fabrikamx.de, /personal/ann_lee_fabrikamx_de";

    private static readonly Shape Addresses = new(
        @"(?<local>[\p{L}\p{N}][\p{L}\p{N}._+'!&~-]{0,80}(?:\#EXT\#)?)(?<at>@|%40)(?<domain>(?!odata\.|microsoft\.|sap\.|thread\.|minor\.)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.[\p{L}]{2,24})(?![\p{L}\p{N}])",
        ignoreCase: true);

    private static readonly Shape Guests = new(@"(?<local>[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,100})_(?<domain>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?=\#EXT\#(?!@)|%23EXT%23)", ignoreCase: true);
    private static readonly Shape Personal = new(@"(?<=/personal/)[A-Za-z0-9_-]{3,}(?=[/""'?#\s&]|$)", ignoreCase: true);
    private static readonly Shape Names = new(@"(?<=(?:^|[/,;""'(\s])(?<type>CN|OU|O)=)[^/,;""=]+|(?<=(?:^|[,""'(\s])(?<type>DC)=)[A-Za-z0-9-]+", ignoreCase: true);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["@", "%40", "#EXT#", "%23EXT%23", "/personal/", "CN="], StringComparison.OrdinalIgnoreCase);

    public override string StandIn => "u<mark>@d<mark>.example; every spelling follows from the two";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.At | TextTraits.Percent | TextTraits.Hash | TextTraits.Slash | TextTraits.Equal;

    public override bool Learns => true;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (!text.AsSpan().ContainsAny(Signs))
        {
            return text;
        }

        // Most are nothing but an address.
        if (WholeAddress.SignIn(text) is var sign && sign > 0)
        {
            return scrubber.Identities.Address(text[..sign], text[(sign + 1)..]);
        }

        if (text.Contains('@', StringComparison.Ordinal) || text.Contains("%40", StringComparison.Ordinal))
        {
            text = Addresses.Replace(text, m => StandInFor(m, scrubber));
        }

        if (text.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) || text.Contains("%23EXT%23", StringComparison.OrdinalIgnoreCase))
        {
            text = Guests.Replace(text, m => $"{scrubber.Identities.Local(m.Groups["local"].Value)}_{scrubber.Identities.Host(m.Groups["domain"].Value)}");
        }

        if (text.Contains("/personal/", StringComparison.OrdinalIgnoreCase))
        {
            text = Personal.Replace(text, m => PersonalSite(m.Value, scrubber));
        }

        return text.Contains("CN=", StringComparison.OrdinalIgnoreCase) && text.AsSpan().ContainsAny(",/") ? DistinguishedName(text, scrubber) : text;
    }

    private static string StandInFor(Match match, Scrubber scrubber)
    {
        string standIn = scrubber.Identities.Address(match.Groups["local"].Value, match.Groups["domain"].Value);
        int at = standIn.LastIndexOf('@');
        return match.Groups["at"].Value is var sign && sign == "@" ? standIn : standIn[..at] + sign + standIn[(at + 1)..];
    }

    // The site's name is the address with every sign an underscore; which address, only the first reading may tell.
    private static string PersonalSite(string name, Scrubber scrubber)
    {
        string known = scrubber.Vocabulary.Replace(name);
        if (!ReferenceEquals(known, name) || name.Split('_').Any(p => StandInMark.Ends(p)))
        {
            return known;
        }

        return $"{scrubber.Identities.Local(name)}_d{scrubber.StandIns.Mark("domain", name)}_example";
    }

    private static string DistinguishedName(string text, Scrubber scrubber) => Names.Replace(text, m => m.Groups["type"].Value.ToUpperInvariant() switch
    {
        "DC" => m.Value.Length <= 3 || Identities.IsMarked(m.Value, 'd') ? m.Value : "d" + scrubber.StandIns.Mark("dc", m.Value),
        "OU" or "O" => CommonWords.Contains(m.Value.Trim()) || m.Value.Contains("Exchange Administrative Group", StringComparison.OrdinalIgnoreCase) || m.Value is "ExchangeLabs" ? m.Value : scrubber.Identities.Name(m.Value),
        _ => m.Value is "Recipients" or "Configuration" or "Users" or "Computers" or "Schema" or "Servers" or "Builtin" or "Services" || m.Value.StartsWith("Microsoft", StringComparison.Ordinal) ? m.Value : scrubber.Identities.Name(m.Value),
    });
}
