namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class ArmIdRule : ShapeRule
{
    public override string Id => "SAN-023";

    public override string Catches => "names of Azure resources in their ids";

    public override string Example => "/subscriptions/.../resourceGroups/rg-fabrikam/providers/Microsoft.Web/sites/shop";

    private static readonly Shape Ids = new(
        @"(?<=/resourceGroups/)(?<name>[^/?#""'\s&]+)|(?<provider>/providers/Microsoft\.[A-Za-z.]+)(?<pairs>(?:/[A-Za-z]+/[^/?#""'\s&]+)+)", ignoreCase: true);

    // In a path that was decoded a space is part of a name.
    private static readonly Shape Paths = new(
        @"(?<=/resourceGroups/)(?<name>[^/?#""'&]+)|(?<provider>/providers/Microsoft\.[A-Za-z.]+)(?<pairs>(?:/[A-Za-z]+/[^/?#""'&]+)+)", ignoreCase: true);

    public override string StandIn => "r<mark>; providers and types stay";

    public override TextTraits Needs => TextTraits.Slash | TextTraits.Letter;

    public override bool Learns => true;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase) || text.Contains("/providers/Microsoft.", StringComparison.OrdinalIgnoreCase)
            ? (field.Place == FieldPlace.Path ? Paths : Ids).Replace(text, m => m.Groups["name"].Success ? OwnName(m.Value, scrubber) : m.Groups["provider"].Value + Pairs(m.Groups["pairs"].Value, scrubber))
            : text;

    /// <summary>A name that somebody here gave, not Azure: one word of letters is no other thing's name then.</summary>
    public static string OwnName(string name, Scrubber scrubber) => Name(name, scrubber, isOwn: !CommonWords.Contains(name));

    private static string Name(string name, Scrubber scrubber, bool isOwn = false)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            return scrubber.Identities.Name(name);
        }

        if (Identities.IsMarked(name, 'r') || GuidSpellings.ContainsOne(name) || name is "default" or "current" or "latest" || name[0] is '$' or '{')
        {
            return name;
        }

        string standIn = "r" + scrubber.StandIns.Mark("resource", name);
        if (name.Length >= 5 && (isOwn || name.Any(c => !char.IsAsciiLetter(c))))
        {
            scrubber.Vocabulary.Learn(name, standIn);
        }

        return standIn;
    }

    // Types and names alternate: /sites/shop/slots/blue.
    private static string Pairs(string path, Scrubber scrubber)
    {
        string[] segments = path.Split('/');
        for (int i = 2; i < segments.Length; i += 2)
        {
            segments[i] = segments[i].Contains('.', StringComparison.Ordinal) || IsMicrosofts(segments[i - 1], segments[i]) ? segments[i] : Name(segments[i], scrubber);
        }

        return string.Join('/', segments);
    }

    // Regions, and words that stand where a name would: in every tenant's calls, and without them no call is known again.
    private static bool IsMicrosofts(string type, string name) => type.ToLowerInvariant() switch
    {
        "locations" => name.All(char.IsAsciiLetterOrDigit),
        "scopes" => name.Equals("admin", StringComparison.OrdinalIgnoreCase) || name.Equals("service", StringComparison.OrdinalIgnoreCase),
        _ => name.Equals("~default", StringComparison.OrdinalIgnoreCase),
    };
}
