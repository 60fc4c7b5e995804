using System.Text;

namespace Harness.Contracts.Families.Pages;

/// <summary>Writes a family's page as Markdown: <c>contracts/&lt;family&gt;/README.md</c> is one.</summary>
public static class MarkdownPage
{
    public static string Write(FamilyPage page)
    {
        var text = new StringBuilder();
        text.Append("<!-- Made from family.yml; a test keeps them alike. -->\n# ").Append(Text(page.Title)).Append("\n\n").Append(Text(page.Lead)).Append('\n');
        foreach (PageSection section in page.Sections.Where(s => s.Rows.Count > 0))
        {
            text.Append("\n## ").Append(section.Title).Append('\n');
            text.Append(section.Text.Length > 0 ? $"\n{section.Text}\n" : "").Append('\n');
            Row(text, section.Columns);
            Row(text, section.Columns.Select(_ => "---"));
            foreach (IReadOnlyList<string> row in section.Rows)
            {
                Row(text, row.Select((cell, column) => IsCode(section.Columns[column]) ? Code(cell) : Text(cell)));
            }
        }

        return text.Append('\n').Append(FamilyPage.Legend).Append('\n').ToString();
    }

    /// <summary>Columns whose cells are names, paths or bodies.</summary>
    internal static bool IsCode(string column) => column is "name" or "operations" or "address" or "where" or "body begins with" or "refusal" or "plan or feature";

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(string cell) => cell
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);

    private static string Code(string cell) => cell.Length == 0 ? "" : $"`{cell.Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`";
}
