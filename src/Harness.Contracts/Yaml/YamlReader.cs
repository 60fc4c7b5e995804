using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Harness.Contracts.Yaml;

/// <summary>Reads one YAML document into located nodes, by YAML 1.2's JSON rules: a timestamp, <c>On</c> and <c>007</c> stay text.</summary>
public static partial class YamlReader
{
    /// <summary>Deeper than any contract; a hostile file ends here instead of in a stack overflow.</summary>
    private const int MaximumDepth = 200;

    /// <summary>Null, with a problem added, when the text is not YAML. An empty document is a null node.</summary>
    /// <param name="path">How problems name the file.</param>
    public static LocatedNode? Read(TextReader text, string path, ICollection<ContractProblem> problems)
    {
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            if (!Skip<DocumentStart>(parser))
            {
                return new LocatedNode { Kind = YamlKind.Null, Line = 1, Column = 1 };
            }

            return ReadNode(parser, new Dictionary<string, LocatedNode>(StringComparer.Ordinal), path, problems, 0);
        }
        catch (YamlException exception)
        {
            problems.Add(new ContractProblem(
                path,
                (int)exception.Start.Line,
                (int)exception.Start.Column,
                $"not readable as YAML: {FirstLine(exception.InnerException?.Message ?? exception.Message)}",
                "Correct the syntax here or just above"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The library trips over some broken flow collections: an unclosed bracket before a line that looks like a key.
            problems.Add(new ContractProblem(
                path,
                (int)(parser.Current?.End.Line ?? 1),
                (int)(parser.Current?.End.Column ?? 1),
                "not readable as YAML: a bracket or brace does not close",
                "Correct the syntax here or just below"));
            return null;
        }
    }

    private static LocatedNode ReadNode(
        IParser parser, Dictionary<string, LocatedNode> anchors, string path, ICollection<ContractProblem> problems, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested deeper than {MaximumDepth} levels");
        }

        switch (parser.Current)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                return anchors.TryGetValue(alias.Value.Value, out LocatedNode? target)
                    ? target
                    : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value.Value} names no anchor above it");
            case Scalar scalar:
                parser.MoveNext();
                return Remember(anchors, scalar.Anchor, ReadScalar(scalar));
            case SequenceStart sequence:
                return Remember(anchors, sequence.Anchor, ReadSequence(parser, anchors, path, problems, depth));
            case MappingStart mapping:
                return Remember(anchors, mapping.Anchor, ReadMapping(parser, anchors, path, problems, depth));
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a value was expected here");
        }
    }

    private static LocatedNode ReadSequence(
        IParser parser, Dictionary<string, LocatedNode> anchors, string path, ICollection<ContractProblem> problems, int depth)
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        var items = new List<LocatedNode>();
        while (!Skip<SequenceEnd>(parser))
        {
            items.Add(ReadNode(parser, anchors, path, problems, depth + 1));
        }

        return new LocatedNode { Kind = YamlKind.Sequence, Items = items, Line = (int)start.Start.Line, Column = (int)start.Start.Column };
    }

    private static LocatedNode ReadMapping(
        IParser parser, Dictionary<string, LocatedNode> anchors, string path, ICollection<ContractProblem> problems, int depth)
    {
        MappingStart start = parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<string, LocatedNode>>();
        var positions = new List<KeyPosition>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!Skip<MappingEnd>(parser))
        {
            Scalar key = parser.Consume<Scalar>();
            LocatedNode value = ReadNode(parser, anchors, path, problems, depth + 1);
            if (keys.Add(key.Value))
            {
                entries.Add(new(key.Value, value));
                positions.Add(new((int)key.Start.Line, (int)key.Start.Column));
            }
            else
            {
                problems.Add(new ContractProblem(
                    path, (int)key.Start.Line, (int)key.Start.Column, $"the key '{key.Value}' stands twice in one mapping", "Remove one of them"));
            }
        }

        return new LocatedNode
        {
            Kind = YamlKind.Mapping,
            Entries = entries,
            KeyPositions = positions,
            Line = (int)start.Start.Line,
            Column = (int)start.Start.Column,
        };
    }

    private static LocatedNode ReadScalar(Scalar scalar) => new()
    {
        Kind = scalar.Style == ScalarStyle.Plain ? KindOf(scalar.Value) : YamlKind.Text,
        Value = scalar.Value,
        Line = (int)scalar.Start.Line,
        Column = (int)scalar.Start.Column,
    };

    private static bool Skip<T>(IParser parser)
        where T : ParsingEvent
    {
        if (parser.Current is not T)
        {
            return false;
        }

        parser.MoveNext();
        return true;
    }

    private static LocatedNode Remember(Dictionary<string, LocatedNode> anchors, AnchorName anchor, LocatedNode node)
    {
        if (!anchor.IsEmpty)
        {
            anchors[anchor.Value] = node;
        }

        return node;
    }

    /// <summary>What a scalar without quotes is read as.</summary>
    internal static YamlKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlKind.Boolean,
        _ when JsonNumber().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => YamlKind.Number,
        _ => YamlKind.Text,
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('\r', '.', ' ');

    // JSON's number grammar on purpose: "007" and "+1" are phone numbers and versions in these files, not numbers.
    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonNumber();
}
