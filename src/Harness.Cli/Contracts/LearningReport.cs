using System.Text.Json.Nodes;
using Harness.Drift.Learning;

namespace Harness.Cli.Contracts;

/// <summary>What was learned and what was contradicted, for people and for programs.</summary>
internal static class LearningReport
{
    public static IEnumerable<string> Lines(LearningOutcome outcome)
    {
        foreach (RecordedFinding finding in outcome.Contradictions)
        {
            yield return $"{finding.Operation.Location}: {Name(finding)} {finding.What} in {Recordings(finding)}. Change the contract, or find out why that answer was special.";
        }

        foreach (RecordedFinding finding in outcome.Unnamed)
        {
            yield return $"{finding.Operation.Location}: {Name(finding)} ({finding.What}) came in {Recordings(finding)} and is not named. Add it to the contract.";
        }

        foreach (string operation in outcome.TooEmpty)
        {
            yield return $"{operation}: the recordings are as empty as the contract. Record it where there is something to see.";
        }

        foreach (string operation in outcome.Unknown)
        {
            yield return $"{operation}: no contract has it. Name the contract it was recorded with, with --contracts.";
        }

        if (outcome.Answers == 0)
        {
            yield return "There is no recorded answer. Name a folder or file of recordings; mappings that a person wrote are no evidence.";
        }

        yield return $"Recorded answers: {outcome.Answers}. Shapes learned: {outcome.Learned.Count}. Contradictions: {outcome.Contradictions.Count}. Members that the contract does not name: {outcome.Unnamed.Count}.";
    }

    public static JsonObject Document(LearningOutcome outcome) => new()
    {
        ["answers"] = outcome.Answers,
        ["proposals"] = new JsonArray([.. outcome.Learned.Select(l => new JsonObject
        {
            ["family"] = l.Operation.Family,
            ["method"] = l.Operation.Method,
            ["path"] = l.Operation.Path,
            ["status"] = l.Status,
            ["mediaType"] = l.MediaType,
            ["recordings"] = l.Recordings,
            ["schema"] = l.Learned.Json.DeepClone(),
        })]),
        ["contradictions"] = Findings(outcome.Contradictions),
        ["unnamed"] = Findings(outcome.Unnamed),
        ["tooEmpty"] = new JsonArray([.. outcome.TooEmpty.Select(o => (JsonNode)o)]),
        ["unknown"] = new JsonArray([.. outcome.Unknown.Select(o => (JsonNode)o)]),
    };

    private static JsonArray Findings(IEnumerable<RecordedFinding> findings) => new([.. findings.Select(f => new JsonObject
    {
        ["family"] = f.Operation.Family,
        ["method"] = f.Operation.Method,
        ["path"] = f.Operation.Path,
        ["pointer"] = f.Pointer,
        ["what"] = f.What,
        ["recordings"] = f.Recordings,
        ["recording"] = new JsonObject { ["file"] = f.Recording.File, ["line"] = f.Recording.Line },
        ["contract"] = new JsonObject { ["file"] = f.Operation.Location.File, ["line"] = f.Operation.Location.Line },
    })]);

    private static string Name(RecordedFinding finding) =>
        $"{finding.Operation.Method} {finding.Operation.Path} {(finding.Pointer.Length == 0 ? "(the answer)" : finding.Pointer)}";

    private static string Recordings(RecordedFinding finding) =>
        finding.Recordings == 1 ? $"the recording {finding.Recording}" : $"{finding.Recordings} recordings, the first {finding.Recording}";
}
