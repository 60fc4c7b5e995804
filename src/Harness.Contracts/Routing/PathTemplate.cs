using System.Diagnostics.CodeAnalysis;

namespace Harness.Contracts.Routing;

/// <summary>A path as a contract writes it, taken apart: <c>/beta/ExchangeAdminCenter.Mailbox('{mailboxId}')/{folder}</c>.</summary>
/// <remarks>Empty segments count: <c>/api/mt//beta</c> has four segments, <c>/users/</c> has two.</remarks>
public sealed class PathTemplate
{
    /// <summary>Longer templates are a mistake, and would let a contract exhaust the stack.</summary>
    public const int MaxSegments = 128;

    private readonly PathSegment[] _segments;

    private PathTemplate(string text, PathSegment[] segments)
    {
        Text = text;
        _segments = segments;
        ParameterNames = [.. segments.SelectMany(segment => segment.ParameterNames)];
    }

    /// <summary>As the contract spells it.</summary>
    public string Text { get; }

    public IReadOnlyList<PathSegment> Segments => _segments;

    /// <summary>In the order of the path.</summary>
    public IReadOnlyList<string> ParameterNames { get; }

    public bool EndsWithSlash => _segments.Length > 1 && _segments[^1].Text.Length == 0;

    /// <exception cref="FormatException">What <see cref="TryParse"/> would say.</exception>
    public static PathTemplate Parse(string text) =>
        TryParse(text, out PathTemplate? template, out string? mistake) ? template : throw new FormatException($"'{text}': {mistake}");

    /// <param name="mistake">What is wrong with the text, without a final period.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathTemplate? template, [NotNullWhen(false)] out string? mistake)
    {
        template = null;
        if (!text.StartsWith('/'))
        {
            mistake = "the path does not begin with a slash";
            return false;
        }

        string[] parts = text[1..].Split('/');
        if (parts.Length > MaxSegments)
        {
            mistake = $"the path has {parts.Length} segments, {MaxSegments} are allowed";
            return false;
        }

        PathSegment[] segments = new PathSegment[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (PathSegmentReader.Read(parts[i], out mistake) is not { } segment)
            {
                mistake ??= "the segment cannot be read";
                return false;
            }

            segments[i] = segment;
        }

        template = new PathTemplate(text, segments);
        mistake = null;
        return true;
    }

    /// <summary>Negative when this one is more specific: the leftmost segment in which the two differ in kind decides.</summary>
    /// <remarks>Only meaningful for two templates that admit the same path, so templates of different length compare as far as they go.</remarks>
    public int CompareSpecificity(PathTemplate other)
    {
        for (int i = 0; i < Math.Min(_segments.Length, other._segments.Length); i++)
        {
            int bySegment = _segments[i].CompareSpecificity(other._segments[i]);
            if (bySegment != 0)
            {
                return bySegment;
            }
        }

        return 0;
    }

    /// <summary>A path as it goes over the wire, percent-encoded.</summary>
    public string Fill(Func<string, string> valueOf) => "/" + string.Join('/', _segments.Select(segment => segment.Fill(valueOf)));

    public override string ToString() => Text;

    /// <summary>The same path without its first segment; null when that was all.</summary>
    internal PathTemplate? WithoutFirstSegment() =>
        _segments.Length < 2 ? null : new PathTemplate(Text[(_segments[0].Text.Length + 1)..], _segments[1..]);

    internal PathValues Capture(in PathText path)
    {
        if (ParameterNames.Count == 0)
        {
            return default;
        }

        string[] values = new string[ParameterNames.Count];
        int next = 0;
        for (int i = 0; i < _segments.Length; i++)
        {
            PathSegment segment = _segments[i];
            int count = segment.ParameterNames.Count;
            if (count > 0)
            {
                ReadOnlySpan<char> text = segment.MatchesAsIs(path.Text(i)) ? path.Text(i) : path.Canonical(i);
                segment.Capture(text, values.AsSpan(next, count));
                next += count;
            }
        }

        return new PathValues(ParameterNames, values);
    }
}
