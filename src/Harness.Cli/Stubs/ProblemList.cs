using System.Text.Json.Nodes;
using Harness.Contracts;

namespace Harness.Cli.Stubs;

/// <summary>Problems, for programs.</summary>
internal static class ProblemList
{
    public static JsonArray Of(IEnumerable<ContractProblem> problems) => new([.. problems.Select(p => new JsonObject
    {
        ["path"] = p.Path,
        ["line"] = p.Line,
        ["column"] = p.Column,
        ["what"] = p.What,
        ["fix"] = p.Fix,
    })]);
}
