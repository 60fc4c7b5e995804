using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Harness.Cli.Terminal;

/// <summary>Says what is wrong with a command line in words of the person who typed it, one line a mistake.</summary>
internal static partial class UsageErrors
{
    /// <summary>The mistakes, and a last line that says where help is.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = Name(parsed);
        string[] subcommands = [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];
        if (subcommands.Length > 0)
        {
            // The parser would complain of a missing command and of every further word; one mistake was made.
            yield return parsed.UnmatchedTokens is [string unknown, ..]
                ? $"'{name}' has no '{unknown}'. It has: {string.Join(", ", subcommands)}."
                : $"'{name}' needs to know what to do: {string.Join(", ", subcommands)}.";
        }
        else
        {
            foreach (string mistake in Missing(parsed, name).Concat(UnknownOptions(parsed).Select(o => $"'{name}' has no option '{o}'.")).Concat(Others(parsed, name)).Distinct(StringComparer.Ordinal))
            {
                yield return mistake;
            }
        }

        yield return $"Try '{name} --help'.";
    }

    /// <summary>Options that no command has: where any number of files may be named, the parser takes them for files.</summary>
    public static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash)
        ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)
            .Concat(parsed.UnmatchedTokens)
            .Where(word => word.StartsWith("--", StringComparison.Ordinal));

    private static IEnumerable<string> Missing(ParseResult parsed, string name) => parsed.CommandResult.Command.Arguments
        .Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 })
        .Select(a => $"'{name}' needs <{a.Name}>: {a.Description}");

    private static IEnumerable<string> Others(ParseResult parsed, string name) => parsed.Errors
        .Select(e => e.Message)
        .Where(m => !m.StartsWith("Required argument", StringComparison.Ordinal) && !m.StartsWith("Unrecognized command or argument '--", StringComparison.Ordinal))
        .Select(m => InPlainWords(m, name));

    // The library names the .NET type it failed to make, and writes lists down a page.
    private static string InPlainWords(string message, string name) => ListedValues().Replace(message, m => $"'{m.Groups["given"].Value}' is none of {string.Join(", ", m.Groups["value"].Captures.Select(c => c.Value))}.")
        .Replace("Unrecognized command or argument", $"'{name}' takes no", StringComparison.Ordinal)
        .Replace("as expected type 'System.Int64'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.TimeSpan'", "as a duration", StringComparison.Ordinal);

    [GeneratedRegex("^Argument '(?<given>.*)' not recognized\\. Must be one of:(\\s+'(?<value>[^']*)')+\\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListedValues();

    private static string Name(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "harness" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
