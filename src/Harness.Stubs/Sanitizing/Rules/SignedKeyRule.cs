using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SignedKeyRule : ShapeRule
{
    public override string Id => "SAN-009";

    public override string Catches => "keys that carry their maker's signature";

    public override string Example => "44 characters, then AzFu and 8 more";

    // Tried at the beginning of a run alone: from each of its letters again would take the square of its length.
    private static readonly Shape Keys = new(
        @"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}(?:AzFu|AzSe|\+ASt|ACDb|AzCa|APIM|JQQJ99|AIoT|\+ARm|ACRD|ACOG|AAAA[A-Z])[A-Za-z0-9+/_-]{4,}={0,2}|(?<![A-Za-z0-9])(?:oy2[a-z0-9]{43}|npm_[A-Za-z0-9]{30,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|A[KS]IA[0-9A-Z]{16}|AIza[A-Za-z0-9_-]{35}|sk-[A-Za-z0-9_-]{20,})");

    private static readonly SearchValues<string> Signs = SearchValues.Create(["AzFu", "AzSe", "+ASt", "ACDb", "AzCa", "APIM", "JQQJ99", "AIoT", "+ARm", "ACRD", "ACOG", "AAAA", "oy2", "npm_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA", "AIza", "sk-"], StringComparison.Ordinal);

    public override string StandIn => "fake-<mark>, which carries no signature";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Dash | TextTraits.TokenRun;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        // In a path a slash is a joint, and in a key a letter like any other.
        text.Length < 20 || !text.AsSpan().ContainsAny(Signs) || field.Place == FieldPlace.Script ? text : field.Place == FieldPlace.Path ? string.Join('/', text.Split('/').Select(s => Fake(s, scrubber))) : Fake(text, scrubber);

    private static string Fake(string text, Scrubber scrubber) => Keys.Replace(text, m => scrubber.StandIns.Fake(m.Value));
}
