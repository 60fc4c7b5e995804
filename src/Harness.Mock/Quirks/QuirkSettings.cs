using System.Globalization;
using System.Xml;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>A declaration that is being read by its kind: gives settings in the form the kind wants, and collects what is wrong with them.</summary>
internal sealed class QuirkSettings(QuirkDeclaration declaration, QuirkTools tools, IList<ContractProblem> problems)
{
    private const string ExamplePrefix = "example.";

    public QuirkDeclaration Declaration => declaration;

    public QuirkTools Tools => tools;

    /// <summary>Keys of settings that begin with a prefix, without it, in the order of the file.</summary>
    public IEnumerable<string> Below(string prefix) => declaration.Settings.Keys.Concat(declaration.Lists.Keys)
        .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
        .Select(k => k[prefix.Length..]);

    public string? Text(string key) => declaration.Settings.GetValueOrDefault(key);

    /// <summary>A list; a scalar counts as a list of one.</summary>
    public IReadOnlyList<string> List(string key) => declaration.Lists.TryGetValue(key, out IReadOnlyList<string>? list) ? list
        : declaration.Settings.TryGetValue(key, out string? one) ? [one]
        : [];

    public ValueTemplate? Template(string key) => Text(key) is { } text ? Compile(key, text) : null;

    /// <summary>A list of texts with expressions.</summary>
    public IReadOnlyList<ValueTemplate> Templates(string key) => [.. List(key).Select(text => Compile(key, text))];

    public JsonTemplate? Json(string key) => Text(key) is { } text ? JsonTemplate.Compile(text, t => Compile(key, t)) : null;

    public TimeSpan Duration(string key, TimeSpan otherwise) => Text(key) is { } text ? Duration(key, text, otherwise) : otherwise;

    /// <summary>A list of durations.</summary>
    public IReadOnlyList<TimeSpan> Durations(string key) => [.. List(key).Select(text => Duration(key, text, TimeSpan.Zero))];

    public int Number(string key, int otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        Report($"'{key}' is '{text}', which is no whole number", "Write a number");
        return otherwise;
    }

    /// <summary>The declared refusal; a kind that refuses cannot do without.</summary>
    public string Refusal(Portals.Portal portal)
    {
        if (declaration.Refusal is null)
        {
            Report("it names no refusal", "Add 'refusal:' with one of the family's refusals");
        }

        return declaration.Refusal ?? portal.Family.InvalidCall;
    }

    public HostPattern[] HostPatterns(string key)
    {
        var patterns = new List<HostPattern>();
        foreach (string text in List(key))
        {
            try
            {
                patterns.Add(HostPattern.Parse(text));
            }
            catch (FormatException exception)
            {
                Report($"'{key}': {exception.Message}", "Write a host as the family's hosts are written, without scheme");
            }
        }

        return [.. patterns];
    }

    public void Need(string key, bool isThere, string fix)
    {
        if (!isThere)
        {
            Report($"it lacks '{key}'", fix);
        }
    }

    /// <summary>What the declaration says about the example call: <c>example.query.scope</c>, <c>example.path.partition</c>, <c>example.body</c>.</summary>
    public ExampleSettings Example() => new(
        [.. Below(ExamplePrefix + "query.").Select(n => KeyValuePair.Create(n, Template($"{ExamplePrefix}query.{n}")!))],
        [.. Below(ExamplePrefix + "path.").Select(n => KeyValuePair.Create(n, Template($"{ExamplePrefix}path.{n}")!))],
        Json(ExamplePrefix + "body"));

    public void Report(string what, string fix) =>
        problems.Add(new ContractProblem(declaration.Location.File, declaration.Location.Line, 1, $"the quirk '{declaration.Kind}': {what}", fix));

    private TimeSpan Duration(string key, string text, TimeSpan otherwise)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            Report($"'{key}' is '{text}', which is no duration", "Write an ISO 8601 duration such as PT1H");
            return otherwise;
        }
    }

    private ValueTemplate Compile(string key, string text)
    {
        ValueTemplate template = ValueTemplate.Parse(text);
        foreach (string unknown in template.Unknown())
        {
            Report($"'{{{unknown}}}' in '{key}' stands for nothing", $"Use one of {string.Join(", ", ValueNames.All)}");
        }

        return template;
    }
}
