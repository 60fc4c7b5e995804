using System.Globalization;

namespace Harness.Contracts.OpenApi;

/// <summary>Carries a place in the YAML files through the JSON document, as an extension.</summary>
internal readonly record struct PositionMark(string File, int Line, int Column)
{
    public const string Extension = "x-harness-at";

    public static PositionMark Parse(string text)
    {
        int last = text.LastIndexOf(':');
        int first = text.LastIndexOf(':', last - 1);
        return new PositionMark(
            text[..first],
            int.Parse(text.AsSpan(first + 1, last - first - 1), NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
