using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Drift.Rules;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift rules</c>: everything that a run can report.</summary>
internal sealed class DriftRulesCommand : ICommandFactory
{
    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("rules", "Every rule: what it means, how bad it can be, whether it may gate.");
        command.SetAction(Run);
        examples[command] = ["harness drift rules", "harness drift rules --output json", "harness drift explain DRIFT301"];
        return command;
    }

    public static JsonObject Document(DriftRule rule) => new()
    {
        ["id"] = rule.Id,
        ["title"] = rule.Title,
        ["kind"] = rule.Kind,
        ["severity"] = rule.Severity.ToString().ToLowerInvariant(),
        ["mayGate"] = rule.MayGate,
        ["environment"] = rule.IsEnvironment,
        ["explanation"] = rule.Explanation,
    };

    private static int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["rules"] = new JsonArray([.. RuleRegistry.All.Select(Document)]) });
            return ExitCode.Fine;
        }

        screen.Table(
            ["rule", "title", "at most", "gates", "meaning"],
            RuleRegistry.All.Select(r => (string[])[r.Id, r.Title, r.Severity.ToString().ToLowerInvariant(), r.MayGate ? "may gate" : "never", r.Explanation]));
        return ExitCode.Fine;
    }
}
