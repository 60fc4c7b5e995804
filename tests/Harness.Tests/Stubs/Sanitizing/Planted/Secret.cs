namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>A planted value.</summary>
/// <param name="Text">As it stands in the recording.</param>
/// <param name="Leaks">What must not be found afterwards, in any encoding.</param>
internal sealed record Secret(string Text, params string[] Leaks)
{
    public static Secret Of(string text) => new(text, text);
}
