using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Stubs;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Mock;
using Harness.Stubs.Mappings;

namespace Harness.Cli.Commands;

/// <summary><c>harness stubs check</c>: every mistake in a folder of stub mappings, with the place and the remedy.</summary>
internal sealed class StubsCheckCommand : ICommandFactory
{
    private readonly Argument<string?> _folder = new("dir")
    {
        Description = "A folder of mapping files, or one file; ./mocks if left out, else the shipped ones.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("check", "Find every mistake in stub mappings.") { _folder };
        command.SetAction(Run);
        examples[command] = ["harness stubs check", "harness stubs check mocks/defender", "harness stubs check mocks --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        StubFiles files = StubFiles.Find(parsed.GetValue(_folder) ?? (Directory.Exists("mocks") ? "mocks" : ShippedFolders.Mocks));
        var problems = new List<ContractProblem>();
        StubMapping[] mappings = [.. files.Files.SelectMany(f => StubMappingReader.ReadFile(f, problems))];
        problems.AddRange(Doubles(mappings));
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["files"] = files.Files.Count, ["mappings"] = mappings.Length, ["problems"] = ProblemList.Of(problems) });
        }
        else
        {
            foreach (ContractProblem problem in problems)
            {
                screen.Line(problem.ToString());
            }

            screen.Line($"{files.Files.Count} files with {mappings.Length} sound mappings checked, {problems.Count} problems.");
        }

        return (problems.Count, mappings.Length) switch
        {
            ( > 0, _) => ExitCode.Found,
            (_, 0) => ExitCode.NothingRan,
            _ => ExitCode.Fine,
        };
    }

    // Of two mappings with one id, the later would silently take the place of the earlier.
    private static IEnumerable<ContractProblem> Doubles(IEnumerable<StubMapping> mappings) => mappings
        .Where(m => m.Id is not null)
        .GroupBy(m => m.Id)
        .SelectMany(g => g.Skip(1).Select(m => new ContractProblem(
            m.Source.File, m.Source.Line, 1, $"the id {m.Id} is taken by the mapping at {g.First().Source}", "Give this one an id of its own, or leave it out")));
}
