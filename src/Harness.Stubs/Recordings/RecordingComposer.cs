using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Stubs.Har;
using Harness.Stubs.Mappings;

namespace Harness.Stubs.Recordings;

/// <summary>Turns sanitized calls into stub mappings, one file an operation: a recording is a stub mapping that a machine wrote.</summary>
public sealed partial class RecordingComposer
{
    // More particular recordings first; hand-written mappings have 0 where nothing else is said, and come before them.
    private const int LeastParticular = 1000;
    private const int LongestSlug = 80;

    private readonly SortedDictionary<string, List<RecordedCall>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>False for a call that was added already with the same reply.</summary>
    public bool Add(RecordedCall call)
    {
        string reply = Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        if (!_seen.Add($"{Key(call)}\n{call.Status}\n{reply}"))
        {
            return false;
        }

        string file = $"{call.Family}/{NameOf(call)}.json";
        if (!_files.TryGetValue(file, out List<RecordedCall>? calls))
        {
            _files[file] = calls = [];
        }

        calls.Add(call);
        return true;
    }

    /// <param name="sanitizer">Version of the rules that cleaned the calls.</param>
    public IReadOnlyList<RecordingFile> Compose(string sanitizer) =>
        [.. _files.Select(f => new RecordingFile(f.Key, StubMappingWriter.Compose([.. Mappings(f.Value, sanitizer)], StubDialect.WireMockNet), f.Value.Count))];

    // Replies to one and the same request play back in the order in which they came; the last one stays.
    private static IEnumerable<MappingDocument> Mappings(List<RecordedCall> calls, string sanitizer)
    {
        foreach (IGrouping<string, RecordedCall> same in calls.OrderBy(c => c.At).GroupBy(Key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            RecordedCall[] replies = [.. same];
            for (int i = 0; i < replies.Length; i++)
            {
                JsonObject json = Mapping(replies[i], sanitizer);
                if (replies.Length > 1)
                {
                    json["Scenario"] = $"{replies[i].Family} {Hash(same.Key)}";
                    json["WhenStateIs"] = i == 0 ? null : $"reply {i + 1}";
                    json["SetStateTo"] = $"reply {Math.Min(i + 2, replies.Length)}";
                    RemoveNull(json, "WhenStateIs");
                }

                yield return new MappingDocument(json, []);
            }
        }
    }

    private static JsonObject Mapping(RecordedCall call, string sanitizer)
    {
        var request = new JsonObject { ["Path"] = call.Path, ["Methods"] = new JsonArray(call.Operation.Method) };
        if (call.Query.Count > 0)
        {
            request["Params"] = new JsonArray([.. call.Query.GroupBy(q => q.Name, StringComparer.Ordinal).Select(Parameter)]);
        }

        return new JsonObject
        {
            ["Title"] = call.OperationName,
            ["Priority"] = LeastParticular - call.Query.Count,
            ["Request"] = request,
            ["Response"] = Response(call),
            ["Data"] = new Provenance(call.Family, call.OperationName, call.Host, call.Path, call.At, sanitizer).ToData(),
        };
    }

    private static JsonNode Parameter(IGrouping<string, HarField> values) => new JsonObject
    {
        ["Name"] = values.Key,
        ["Matchers"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = v.Value })]),
    };

    private static JsonObject Response(RecordedCall call)
    {
        var response = new JsonObject { ["StatusCode"] = call.Status, ["Headers"] = new JsonObject { ["Content-Type"] = call.ContentType } };
        string text = Encoding.UTF8.GetString(call.Body.Span);
        if (call.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) && Parsed(text) is { } json)
        {
            response["BodyAsJson"] = json;
        }
        else
        {
            response["Body"] = text;
        }

        return response;
    }

    // BodyAsJson keeps diffs readable; a bare null or text is told apart from "no body" only as text.
    private static JsonNode? Parsed(string text) => JsonNode.Parse(text) is { } node && node.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array ? JsonNode.Parse(text) : null;

    private static void RemoveNull(JsonObject json, string name)
    {
        if (json[name] is null)
        {
            json.Remove(name);
        }
    }

    private static string Key(RecordedCall call) =>
        $"{call.OperationName}\n{call.Path}\n{string.Join('&', call.Query.Select(q => $"{q.Name}={q.Value}").Order(StringComparer.Ordinal))}";

    // Paths that differ in case or a slash alone must not share a file where names are compared without case.
    private static string NameOf(RecordedCall call)
    {
        string slug = NotPlain().Replace(call.OperationName.ToLowerInvariant(), "-").Trim('-');
        return $"{(slug.Length > LongestSlug ? slug[..LongestSlug].TrimEnd('-') : slug)}-{Hash(call.OperationName)[..4]}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotPlain();
}
