using System.CommandLine;
using Harness.Cli.Contracts;
using Harness.Cli.Stubs;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Learning;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts learn</c>: proposes shapes for operations whose contract has none, out of recordings.</summary>
internal sealed class ContractsLearnCommand : ICommandFactory
{
    private readonly Argument<string[]> _recordings = new("recordings") { Description = "Folders or files of recordings; ./recordings if left out.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _families = new("--family") { Description = "Learn about this family only. Repeatable." };
    private readonly Option<string?> _out = new("--out") { Description = "A folder for <family>/openapi.yml, or one .yml file when one family is learned about; standard output without it." };
    private readonly ContractSelection _selection = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("learn", "Propose shapes for operations without one, and find what recordings contradict. Exit code 1 when they contradict a contract.") { _recordings, _families, _out };
        _selection.AddTo(command);
        command.SetAction(Run);
        examples[command] =
        [
            "harness contracts learn",
            "harness contracts learn recordings/defender --contracts ../nodoc --out learned",
            "harness serve --contracts ../nodoc --contracts learned",
        ];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string[] named = parsed.GetValue(_recordings) is { Length: > 0 } given ? given : ["recordings"];
        CompiledContracts contracts = _selection.Load(parsed);
        string[] wanted = Wanted(parsed, contracts);
        var problems = new List<ContractProblem>(contracts.Problems);
        RecordedAnswer[] answers =
        [
            .. RecordedAnswers.Read(named.SelectMany(n => StubFiles.Find(n).Files), problems)
                .Where(a => wanted.Length == 0 || wanted.Contains(a.From.Family, StringComparer.Ordinal)),
        ];
        screen.Problems(problems);

        LearningOutcome outcome = ContractLearning.Learn(contracts, answers);
        Show(screen, new LearningProposal(contracts, outcome), outcome, parsed.GetValue(_out));
        return problems.Count + outcome.Contradictions.Count > 0 ? ExitCode.Found
            : answers.Length == 0 ? ExitCode.NothingRan
            : ExitCode.Fine;
    }

    private static void Show(Screen screen, LearningProposal proposal, LearningOutcome outcome, string? place)
    {
        if (place is not null)
        {
            proposal.WriteTo(place, screen);
        }
        else if (!screen.IsJson)
        {
            proposal.Print(screen);
        }

        if (screen.IsJson)
        {
            screen.Json(LearningReport.Document(outcome));
            return;
        }

        // What standard output holds without --out can be piped into a file, and still be YAML.
        foreach (string line in LearningReport.Lines(outcome))
        {
            screen.Line(place is null ? "# " + line : line);
        }
    }

    private string[] Wanted(ParseResult parsed, CompiledContracts contracts)
    {
        string[] wanted = parsed.GetValue(_families) ?? [];
        return wanted.FirstOrDefault(w => !contracts.Families.Any(f => f.Id == w)) is { } unknown
            ? throw new HarnessException($"there is no family '{unknown}'", $"Name one of: {string.Join(", ", contracts.Families.Select(f => f.Id))}")
            : wanted;
    }
}
