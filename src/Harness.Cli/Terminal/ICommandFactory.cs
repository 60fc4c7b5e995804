using System.CommandLine;

namespace Harness.Cli.Terminal;

/// <summary>One command of <c>harness</c>: its options, its examples, what it does.</summary>
internal interface ICommandFactory
{
    /// <summary>Builds the command; adds the examples of it and its subcommands.</summary>
    Command Create(IDictionary<Command, IReadOnlyList<string>> examples);
}
