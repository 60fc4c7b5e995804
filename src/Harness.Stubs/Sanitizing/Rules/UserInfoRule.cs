namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class UserInfoRule : ShapeRule
{
    public override string Id => "SAN-010";

    public override string Catches => "names and passwords in addresses";

    public override string Example => "https://u:p@host/";

    private static readonly Shape UserInfo = new(@"(?<=[a-z][a-z0-9+.-]{1,12}://)[^\s/@:""'<>]+:[^\s/@""'<>]+(?=@)|(?<=\bBasic )[A-Za-z0-9+/]{8,}={0,2}", ignoreCase: true);

    public override string StandIn => "fake:fake";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.At | TextTraits.Space;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        (text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal)) || text.Contains("Basic ", StringComparison.OrdinalIgnoreCase)
            ? UserInfo.Replace(text, m => m.Value.Contains(':', StringComparison.Ordinal) ? BasicCredentials.Plain : BasicCredentials.Fake)
            : text;
}
