using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SecretTextRule : ShapeRule
{
    public override string Id => "SAN-018";

    public override string Catches => "a secret named in the middle of a text";

    public override string Example => "login failed: password=Hunter2...";

    private static readonly Shape Named = new(
        @"(?<=(?:^|[^A-Za-z0-9])(?:password|passwd|pwd|client_secret|client_assertion|clientsecret|access_token|refresh_token|id_token|api[_-]?key|passcode|temporary access pass(?:code)?|token)[""']?\s?(?:[=:]|\bis\b)\s?[""']?)(?![""'])[^\s;,&""'<>{}\[\]\\]{4,}",
        ignoreCase: true);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["passw", "pwd", "client_", "clientsecret", "token", "apikey", "api_key", "api-key", "passcode", "temporary access"], StringComparison.OrdinalIgnoreCase);

    public override string StandIn => "the name, and fake-<mark>";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Colon | TextTraits.Equal | TextTraits.Space;

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (field.Place == FieldPlace.Script || text.AsSpan().IndexOfAny(":=") < 0 && !text.Contains(" is ", StringComparison.Ordinal) || !text.AsSpan().ContainsAny(Signs))
        {
            return text;
        }

        return Named.Replace(text, m => SecretLabels.IsNoSecret(m.Value) || m.Value.StartsWith("eyJ", StringComparison.Ordinal) ? m.Value : scrubber.StandIns.Fake(m.Value));
    }
}
