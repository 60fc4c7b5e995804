using System.Text;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans a table in text, whose first line names the columns.</summary>
internal static class DelimitedText
{
    private const int FewestColumns = 2;

    /// <summary>Null if the text is no such table.</summary>
    public static string? Rewrite(string text, Scrubber scrubber)
    {
        string heading = text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimEnd('\r');
        char separator = heading.Contains('\t', StringComparison.Ordinal) ? '\t' : heading.Contains(',', StringComparison.Ordinal) ? ',' : ';';
        string[] names = [.. Cells(heading, separator).Select(c => c.Trim('"', ' ', '\uFEFF'))];
        if (names.Length < FewestColumns || heading.Length > 4000 || !Array.TrueForAll(names, IsName))
        {
            return null;
        }

        string[] lines = Lines(text);
        for (int i = 1; i < lines.Length; i++)
        {
            lines[i] = Row(lines[i], separator, names, scrubber);
        }

        return string.Join('\n', lines);
    }

    // A quoted cell may hold line breaks; where the quotes do not pair every break ends a row.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        bool isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == '\n' && !isQuoted)
            {
                lines.Add(text[start..i]);
                start = i + 1;
            }
        }

        return isQuoted ? text.Split('\n') : [.. lines, text[start..]];
    }

    private static bool IsName(string cell) => cell.Length is > 0 and < 60 && cell.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '(' or ')');

    private static string Row(string line, char separator, string[] names, Scrubber scrubber)
    {
        string end = line.EndsWith('\r') ? "\r" : "";
        List<string> cells = Cells(line[..^end.Length], separator);
        for (int i = 0; i < cells.Count; i++)
        {
            bool isQuoted = cells[i].Length >= 2 && cells[i][0] == '"' && cells[i][^1] == '"';
            string value = isQuoted ? cells[i][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cells[i];
            string clean = scrubber.Text(value, Field.Named(FieldPlace.Form, i < names.Length ? names[i] : ""));
            cells[i] = string.Equals(clean, value, StringComparison.Ordinal) ? cells[i] : isQuoted ? $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : clean;
        }

        return string.Join(separator, cells) + end;
    }

    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in line)
        {
            isQuoted ^= c == '"';
            if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
