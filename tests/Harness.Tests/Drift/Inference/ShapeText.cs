using System.Globalization;
using System.Text;
using Harness.Drift.Inference;

namespace Harness.Tests.Drift.Inference;

/// <summary>Everything a shape holds as text, so that two shapes can be held against each other.</summary>
internal static class ShapeText
{
    public static string Of(Harness.Drift.Inference.Shape shape)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{shape.Documents}\n");
        Write(text, shape.Root, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, ShapeNode node, string pointer)
    {
        string tallies = string.Join(' ', Enum.GetValues<Tally>().Where(t => node[t] > 0).Select(t => $"{t}={node[t]}"));
        string words = node.Literals.IsOpen ? string.Join(' ', node.Literals.All.Select(l => $"{l.Text}={l.Count}").Order(StringComparer.Ordinal)) : "closed";
        string kinds = string.Join(' ', node.Variants.All.Select(v => $"{v.Tag}={v.Objects}({string.Join(' ', v.Members)})"));
        text.Append(CultureInfo.InvariantCulture, $"{pointer}: {tallies} | {words} {node.Literals.Untold} | {node.Variants.TagName} {node.Variants.IsOpen} {kinds} | {node.IsCollapsed}\n");
        foreach (ShapeMember member in node.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            Write(text, member.Node, $"{pointer}/{member.Name}");
        }

        if (node.Items is { } items)
        {
            Write(text, items, pointer + "/*");
        }

        if (node.MapValues is { } values)
        {
            Write(text, values, pointer + "/{}");
        }
    }
}
