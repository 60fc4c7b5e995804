using System.Text.Json.Nodes;
using Harness.Cli.Stubs;
using Harness.Cli.Terminal;
using Harness.Contracts;

namespace Harness.Cli.Recordings;

/// <summary>How a command ends whose traffic cannot be read.</summary>
internal static class BadInput
{
    public static int Refuse(Screen screen, IReadOnlyCollection<ContractProblem> problems)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["problems"] = ProblemList.Of(problems) });
        }

        screen.Problems(problems);
        screen.Error("nothing was written.");
        return ExitCode.Usage;
    }
}
