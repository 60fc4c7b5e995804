using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class StorageKeyRule : ShapeRule
{
    public override string Id => "SAN-008";

    public override string Catches => "shared access signatures, account keys, connection strings";

    public override string Example => "https://x.blob.core.windows.net/c?sv=...&sig=q8...";

    private static readonly Shape Keys = new(
        @"(?<=(?:^|[^A-Za-z0-9])(?:sig|AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecretKey|accesskey|Secret|ApiKey|x-functions-key|primaryKey|secondaryKey)=)(?!SharedAccessSignature)[A-Za-z0-9%+/_.~=-]{8,}",
        ignoreCase: true);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["sig=", "key=", "signature=", "secret="], StringComparison.OrdinalIgnoreCase);

    public override string StandIn => "the name, and base64 of fake-<mark>";

    public override TextTraits Needs => TextTraits.Equal | TextTraits.Letter;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.AsSpan().ContainsAny(Signs) ? Keys.Replace(text, m => FakeBase64.Of(m.Value, scrubber)) : text;
}
