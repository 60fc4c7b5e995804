using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Harness.Drift.Reports.Html;

/// <summary>HTML under construction: what stands in a hole is encoded, so that a path template or a property name can never become markup.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    public HtmlText Add([InterpolatedStringHandlerArgument("")] ref Encoded part)
    {
        // The handler has already written to this text while the parts were evaluated.
        _ = part;
        return this;
    }

    /// <summary>Markup that this program made itself.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Literals as they are, holes encoded.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Encoded
    {
        private readonly StringBuilder _text;

        public Encoded(int literalLength, int formattedCount, HtmlText owner)
        {
            _ = formattedCount;
            _text = owner._text;
            _text.EnsureCapacity(_text.Length + literalLength);
        }

        public void AppendLiteral(string value) => _text.Append(value);

        public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? ""));

        public void AppendFormatted(int value) => _text.Append(value);
    }
}
