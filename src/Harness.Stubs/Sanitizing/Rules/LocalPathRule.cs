namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class LocalPathRule : ShapeRule
{
    public override string Id => "SAN-037";

    public override string Catches => "people's folders and servers in paths";

    public override string Example => "C:\\Users\\ann, \\\\fs01\\share";

    private static readonly Shape Paths = new(@"(?<=[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2})(?!Public\b|Default\b|All Users)[^\\/""'<>|:*?\s]+|(?<=(?:^|[\s""'(])/(?:home|Users)/)[^/\s""']+|(?<=(?<![A-Za-z0-9:$%\\])\\\\)[A-Za-z0-9][A-Za-z0-9.-]+(?=\\)", ignoreCase: true);

    public override string StandIn => "u<mark> or h<mark>";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Slash | TextTraits.Backslash;

    public override bool Learns => true;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("sers", StringComparison.OrdinalIgnoreCase) || text.Contains("/home/", StringComparison.Ordinal) || text.Contains(@"\\", StringComparison.Ordinal)
            ? Paths.Replace(text, m => m.Index > 1 && text[m.Index - 1] == '\\' && text[m.Index - 2] == '\\' && !text.AsSpan(0, m.Index).EndsWith(@"Users\\", StringComparison.OrdinalIgnoreCase)
                ? scrubber.Identities.Machine(m.Value)
                : scrubber.Identities.Local(m.Value))
            : text;
}
