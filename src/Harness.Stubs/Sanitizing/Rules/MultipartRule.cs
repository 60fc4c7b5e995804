using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class MultipartRule : DecodeRule
{
    public override string Id => "SAN-049";

    public override string Catches => "multipart bodies: values, file names, calls in a batch";

    public override string Example => "Content-Disposition: form-data; name=token";

    public override string StandIn => "the same parts, clean";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        int start = text.AsSpan().IndexOfAnyExcept("\r\n") is var found && found < 0 ? 0 : found;
        return text.AsSpan(start).StartsWith("--") && text.Contains("\nContent-", StringComparison.OrdinalIgnoreCase) ? MultipartText.Rewrite(text, start, scrubber) : null;
    }
}
