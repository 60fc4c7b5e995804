using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Contracts.Yaml;

namespace Harness.Drift.Learning;

/// <summary>Writes what was learned of one family as a contract of its own: it can be laid over the others as it stands, or its paths moved into <c>openapi.yml</c>.</summary>
public static class ContractFragment
{
    public static string Write(Family family, IEnumerable<LearnedAnswer> learned)
    {
        var text = new StringBuilder()
            .Append(YamlWriter.Write(Head(family)))
            .Append("paths:\n");
        foreach (IGrouping<string, LearnedAnswer> path in learned.GroupBy(l => PathOf(l.Operation, family), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (LearnedAnswer answer in path)
            {
                text.Append("  # ").Append(Evidence(answer)).Append('\n');
            }

            var item = new JsonObject { [path.Key] = Item(family, path) };
            foreach (string line in YamlWriter.Write(item).TrimEnd('\n').Split('\n'))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static JsonObject Head(Family family) => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = $"{family.Title}, learned from recordings", ["version"] = "1" },
        ["servers"] = new JsonArray(Server(family.Hosts[0].Host, family.Hosts[0].BasePath)),
    };

    private static JsonObject Item(Family family, IEnumerable<LearnedAnswer> path) => new(path
        .GroupBy(l => l.Operation.Method.ToLowerInvariant(), StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, Operation(family, g.First().Operation, [.. g]))));

    private static JsonObject Operation(Family family, Operation operation, IReadOnlyList<LearnedAnswer> answers)
    {
        var json = new JsonObject();
        if (operation.OperationId is { } id)
        {
            json["operationId"] = id;
        }

        json["x-evidence"] = "observed";
        if (!IsAtHome(operation, family))
        {
            json["servers"] = new JsonArray([.. operation.Hosts.Select(h => Server(HostPattern.Parse(h), IsBelowHome(operation, family) ? operation.ServerPrefix : ""))]);
        }

        if (operation.Parameters.Count > 0)
        {
            json["parameters"] = new JsonArray([.. operation.Parameters.Select(Parameter)]);
        }

        json["responses"] = new JsonObject(answers
            .GroupBy(a => a.Status.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, Response(g))));
        return json;
    }

    private static JsonObject Response(IEnumerable<LearnedAnswer> answers) => new()
    {
        ["description"] = "As recorded.",
        ["content"] = new JsonObject(answers
            .GroupBy(a => a.MediaType, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, new JsonObject { ["schema"] = g.First().Learned.Json.DeepClone() }))),
    };

    private static JsonNode Parameter(OperationParameter parameter)
    {
        JsonTypes[] types = [.. Enum.GetValues<JsonTypes>().Where(t => t is JsonTypes.Boolean or JsonTypes.Integer or JsonTypes.Number or JsonTypes.String && parameter.Schema.Types.HasFlag(t))];
        var schema = new JsonObject { ["type"] = types is [var only] ? only.ToString().ToLowerInvariant() : "string" };
        if (parameter.Schema.Format is { } format)
        {
            schema["format"] = format;
        }

        var json = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.In };
        if (parameter.Required)
        {
            json["required"] = true;
        }

        json["schema"] = schema;
        return json;
    }

    // Another base path than the family's goes into the path, so that two operations never share a line of the document.
    private static string PathOf(Operation operation, Family family) => IsBelowHome(operation, family) ? operation.DocumentPath : operation.Path;

    private static bool IsBelowHome(Operation operation, Family family) => operation.ServerPrefix == family.Hosts[0].BasePath;

    private static bool IsAtHome(Operation operation, Family family) =>
        IsBelowHome(operation, family) && operation.Hosts is [var host] && string.Equals(host, family.Hosts[0].Host.Text, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Server(HostPattern host, string basePath)
    {
        var server = new JsonObject { ["url"] = $"https://{host.Text.Replace("{*", "{", StringComparison.Ordinal)}{basePath}" };
        if (host.Variable is { } variable)
        {
            server["variables"] = new JsonObject { [variable] = new JsonObject { ["default"] = variable } };
        }

        return server;
    }

    private static string Evidence(LearnedAnswer answer)
    {
        string days = answer.First == answer.Last ? $"{answer.First:yyyy-MM-dd}" : $"{answer.First:yyyy-MM-dd} to {answer.Last:yyyy-MM-dd}";
        return string.Create(CultureInfo.InvariantCulture, $"{answer.Operation.Method} {answer.Status}: {answer.Recordings} recorded {(answer.Recordings == 1 ? "answer" : "answers")}, {days}");
    }
}
