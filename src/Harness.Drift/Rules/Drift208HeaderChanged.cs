using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A header that clients build upon came or went.</summary>
public sealed class Drift208HeaderChanged() : AnswerRule(
    "DRIFT208",
    "Header appeared or vanished",
    "header-changed",
    Severity.Warn,
    mayGate: false,
    "One of the headers that carry the contract (paging, versions, entity tags, digests) came or went.")
{
    private static readonly string[] Watched = ["etag", "link", "odata-version", "x-ms-continuation", "x-ms-continuationtoken", "x-requestdigest", "x-ms-version", "content-disposition", "preference-applied"];

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        foreach (string name in Watched)
        {
            bool isThere = night.Tonight.Headers.ContainsKey(name);
            if (night.Since(r => r.Successes == 0 ? null : r.Headers.ContainsKey(name) != isThere) is { HeldAlways: true, Runs: >= 3 } streak)
            {
                yield return new Difference(
                    this, "", streak, ContractOpinion.Silent, isThere ? "absent" : name, isThere ? name : "absent", $"It was the other way in {streak.Held} of {streak.Runs} runs.");
            }
        }
    }
}
