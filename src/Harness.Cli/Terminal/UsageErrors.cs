using System.CommandLine;
using System.CommandLine.Parsing;

namespace Harness.Cli.Terminal;

/// <summary>Says what is wrong with a command line in words of the person who typed it, one line a mistake.</summary>
internal static class UsageErrors
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
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            {
                yield return InPlainWords(message);
            }
        }

        yield return $"Try '{name} --help'.";
    }

    // The library names the .NET type it failed to make.
    private static string InPlainWords(string message) => message
        .Replace("as expected type 'System.Int64'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.TimeSpan'", "as a duration", StringComparison.Ordinal);

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
