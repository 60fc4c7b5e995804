using System.Globalization;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Drift.Baselines;

/// <summary>Reads <c>suppressions.yml</c>: every entry must say what, why, who and until when, and one that is over must go.</summary>
public static class SuppressionReader
{
    private static readonly string[] Keys = ["rule", "operation", "family", "reason", "owner", "expires"];

    /// <summary>Nothing when there is no such file. Problems name the entry; an expired one is a problem.</summary>
    public static IReadOnlyList<Suppression> Read(string file, DateOnly today, ICollection<ContractProblem> problems)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using StreamReader text = File.OpenText(file);
        if (YamlReader.Read(text, file, problems) is not { Kind: not YamlKind.Null } root)
        {
            return [];
        }

        var log = new ProblemLog(file);
        Suppression[] found = NodeReader.Open(root, "the suppressions", ["suppressions"], log)?.List("suppressions", (item, at) => Entry(item, file, today, at)) ?? [];
        log.MoveTo(problems);
        return found;
    }

    private static Suppression? Entry(LocatedNode item, string file, DateOnly today, ProblemLog log)
    {
        if (NodeReader.Open(item, "a suppression", Keys, log) is not { } reader)
        {
            return null;
        }

        string? rule = reader.NeedText("rule", "Add rule: DRIFT303");
        string? operation = reader.NeedText("operation", "Add operation: GET /path, with * and ** where needed");
        string? reason = reader.NeedText("reason", "Add why this is not to be reported");
        string? owner = reader.NeedText("owner", "Add who decides about it");
        string? expires = reader.NeedText("expires", "Add the last day on which it holds: expires: 2026-12-31");
        if (rule is null || operation is null || reason is null || owner is null || expires is null)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last))
        {
            log.AddAtKey(item, "expires", $"'{expires}' is no date", "Write it as 2026-12-31");
            return null;
        }

        if (last < today)
        {
            log.AddAtKey(
                item,
                "expires",
                $"the suppression of {rule} for {operation} by {owner} expired on {expires}",
                "Remove it, or let its owner decide anew and give it a later date");
            return null;
        }

        return Of(reader, rule, operation, reason, owner, last, new SourceLocation(file, item.Line));
    }

    private static Suppression? Of(NodeReader reader, string rule, string operation, string reason, string owner, DateOnly last, SourceLocation location)
    {
        if (!operation.TrimStart().StartsWith('/') && !operation.Contains(" /", StringComparison.Ordinal))
        {
            reader.Log.AddAtKey(reader.Node, "operation", $"'{operation}' is no operation", "Write a path, with the method in front: GET /path/**");
            return null;
        }

        return new Suppression
        {
            Rule = rule,
            Operation = PathGlob.Parse(operation),
            Family = reader.Text("family") ?? "",
            Reason = reason,
            Owner = owner,
            Expires = last,
            Location = location,
        };
    }
}
