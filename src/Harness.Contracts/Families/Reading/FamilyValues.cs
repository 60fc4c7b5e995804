using System.Xml;
using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads the small values that family.yml is full of; each gives null, with a problem, for what it cannot read.</summary>
internal static class FamilyValues
{
    public static readonly Choices<EvidenceGrade> Grades =
        new(["observed", "documented", "inferred"], [EvidenceGrade.Observed, EvidenceGrade.Documented, EvidenceGrade.Inferred]);

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "MERGE"];

    public static string? Method(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.IsScalar(node) && Methods.Contains(node.Value))
        {
            return node.Value;
        }

        log.Add(node, $"'{node.Value}' is no method", NearestWord.Advise(node.Value, Methods));
        return null;
    }

    public static PathGlob? Glob(LocatedNode node, ProblemLog log)
    {
        string text = node.Value.Trim();
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string? method = space < 0 || text.StartsWith('/') ? null : text[..space];
        if (!NodeReader.IsScalar(node) || !(method is null ? text : text[space..].TrimStart()).StartsWith('/'))
        {
            log.Add(node, $"'{text}' is no path glob",
                "Write a path from its first slash on, such as /api/users/**, after a method if only one is meant");
            return null;
        }

        if (method is not null && !Methods.Contains(method))
        {
            log.Add(node, $"'{method}' in front of a path is no method", NearestWord.Advise(method, Methods));
            return null;
        }

        return PathGlob.Parse(text);
    }

    /// <summary>One call, as <c>GET /path</c>.</summary>
    public static string? Call(LocatedNode node, ProblemLog log)
    {
        if (node.Value.Trim().IndexOf(" /", StringComparison.Ordinal) > 0)
        {
            return Glob(node, log)?.Text;
        }

        log.Add(node, $"'{node.Value}' is no call", "Write a method, a space and a path, such as GET /api/settings");
        return null;
    }

    /// <summary>One call that only reads, as <c>GET /path</c>.</summary>
    public static string? Get(LocatedNode node, ProblemLog log)
    {
        string? call = Call(node, log);
        if (call is not null && !call.StartsWith("GET ", StringComparison.Ordinal))
        {
            log.Add(node, $"'{call}' is no GET", "Choose a call that only reads");
        }

        return call;
    }

    /// <summary>A host pattern, with or without <c>https://</c> in front.</summary>
    public static HostPattern? Host(LocatedNode node, ProblemLog log)
    {
        FamilyHost? host = NodeReader.IsScalar(node) && !node.Value.Contains("://", StringComparison.Ordinal)
            ? Address(node, $"https://{node.Value}", log)
            : Address(node, log);
        if (host is { BasePath.Length: > 0 })
        {
            log.Add(node, $"'{node.Value}' has a path, and only a host is wanted here", "Leave the path out");
        }

        return host?.Host;
    }

    /// <summary>A host pattern with a base path: <c>https://security.microsoft.com/apiproxy</c>.</summary>
    public static FamilyHost? Address(LocatedNode node, ProblemLog log) => Address(node, node.Value, log);

    /// <summary>A length of time as ISO 8601 writes it.</summary>
    public static TimeSpan? Duration(NodeReader reader, string key)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        TimeSpan duration = Parse(text);
        if (duration > TimeSpan.Zero)
        {
            return duration;
        }

        reader.Log.Add(reader.Find(key)!, $"'{text}' is no duration for '{key}'", "Write it as ISO 8601 does: PT30M, PT1H, P5D");
        return null;
    }

    // Zero for what is no duration: XmlConvert has no TryParse.
    private static TimeSpan Parse(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return TimeSpan.Zero;
        }
        catch (OverflowException)
        {
            return TimeSpan.Zero;
        }
    }

    private static FamilyHost? Address(LocatedNode node, string text, ProblemLog log)
    {
        const string Scheme = "https://";
        const string Advice = "Write https://, a host and perhaps a base path; {name} stands for one label, {*name} for several, never for the end";
        if (!NodeReader.IsScalar(node) || !text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            log.Add(node, $"'{node.Value}' is no address", Advice);
            return null;
        }

        string rest = text[Scheme.Length..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string host = slash < 0 ? rest : rest[..slash];
        if (!IsHost(host))
        {
            log.Add(node, $"'{host}' is no host pattern", Advice);
            return null;
        }

        return new FamilyHost(HostPattern.Parse(host), slash < 0 ? "" : rest[slash..].TrimEnd('/'));
    }

    // Checked before HostPattern.Parse, which is for texts that are known to be patterns.
    private static bool IsHost(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = text.IndexOf('}', StringComparison.Ordinal);
        if (open < 0 && close < 0)
        {
            return IsLiteral(text) && text.Contains('.', StringComparison.Ordinal);
        }

        if (open < 0 || close < open)
        {
            return false;
        }

        string name = text[(open + 1)..close].TrimStart('*');
        string tail = text[(close + 1)..];
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) && tail.Contains('.', StringComparison.Ordinal) && IsLiteral(text[..open])
            && IsLiteral(tail);
    }

    private static bool IsLiteral(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
