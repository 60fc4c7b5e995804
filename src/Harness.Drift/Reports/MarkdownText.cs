using System.Runtime.CompilerServices;
using System.Text;

namespace Harness.Drift.Reports;

/// <summary>Markdown that stays under a size: what is filled into a line is escaped, and rows that no longer fit are counted instead.</summary>
internal sealed class MarkdownText(int limit)
{
    // Room for the closing lines, which must always fit.
    private const int Reserve = 16 * 1024;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>A line that is always written; what stands in holes is escaped.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref EscapedLine line) => Append(line.Finish());

    public void Plain(string line = "") => Append(line);

    /// <summary>A table whose rows stop at the limit.</summary>
    public void Table<T>(string title, string[] columns, IReadOnlyCollection<T> items, Func<T, IEnumerable<string>> cells)
    {
        if (items.Count == 0)
        {
            return;
        }

        Plain($"### {title}");
        Plain();
        Plain($"| {string.Join(" | ", columns)} |");
        Plain($"|{string.Concat(columns.Select(_ => " --- |"))}");
        int written = 0;
        foreach (T item in items)
        {
            string row = $"| {string.Join(" | ", cells(item))} |";
            if (_bytes + Encoding.UTF8.GetByteCount(row) > limit - Reserve)
            {
                break;
            }

            Append(row);
            written++;
        }

        Plain();
        if (written < items.Count)
        {
            Plain($"{items.Count - written} more of {items.Count} are left out here; report.json has them all.");
            Plain();
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>Harmless anywhere in a line or a table's cell.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            switch (c)
            {
                case '\r' or '\n' or '\t':
                    escaped.Append(' ');
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                // A mention would notify a stranger, and OData names begin with one.
                case '@':
                    escaped.Append("&#64;");
                    break;
                case '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '!' or '~' or '$':
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Monospaced, whatever it holds.</summary>
    public static string Code(string text) => text.Length == 0 ? "" : $"<code>{Escape(text)}</code>";

    private void Append(string line)
    {
        _text.Append(line).Append('\n');
        _bytes += Encoding.UTF8.GetByteCount(line) + 1;
    }

    /// <summary>Escapes what stands in holes while a line is put together.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct EscapedLine
    {
        private readonly StringBuilder _line;

        public EscapedLine(int literalLength, int formattedCount, MarkdownText owner)
        {
            _ = formattedCount;
            _ = owner;
            _line = new StringBuilder(literalLength + 64);
        }

        public void AppendLiteral(string value) => _line.Append(value);

        public void AppendFormatted(string value) => _line.Append(Escape(value));

        public void AppendFormatted(int value) => _line.Append(value);

        public string Finish() => _line.ToString();
    }
}
