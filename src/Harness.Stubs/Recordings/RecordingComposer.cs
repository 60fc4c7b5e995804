using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Stubs.Har;
using Harness.Stubs.Leaks;

namespace Harness.Stubs.Recordings;

/// <summary>Turns sanitized calls into stub mappings, one file an operation: a recording is a stub mapping that a machine wrote.</summary>
/// <remarks>Of the calls it holds what tells them apart; their bodies lie in a file until all are known.</remarks>
public sealed partial class RecordingComposer : IDisposable
{
    // More particular recordings first; hand-written mappings have 0 where nothing else is said, and come before them.
    private const int LeastParticular = 1000;
    private const int LongestSlug = 80;

    private readonly SortedDictionary<string, List<SpooledCall>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _seen = [];
    private readonly Spool _bodies = new();

    /// <summary>False for a call that was added already with the same reply.</summary>
    public bool Add(RecordedCall call)
    {
        string reply = Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Key(call)}\n{call.Status}\n{reply}"));
        if (!_seen.Add(BinaryPrimitives.ReadUInt128BigEndian(hash)))
        {
            return false;
        }

        string file = $"{call.Family}/{NameOf(call)}.json";
        if (!_files.TryGetValue(file, out List<SpooledCall>? calls))
        {
            _files[file] = calls = [];
        }

        calls.Add(new SpooledCall(call with { Body = default }, _bodies.Length, call.Body.Length));
        _bodies.Write(call.Body.Span);
        return true;
    }

    public void Dispose() => _bodies.Dispose();

    /// <param name="sanitizer">Version of the rules that cleaned the calls.</param>
    /// <param name="texts">Where the files' texts are put; they are read from there.</param>
    /// <param name="folder">Where the files will lie; leaks are named by it.</param>
    /// <param name="leaks">What is left in the files though it must not be.</param>
    public IReadOnlyList<RecordingFile> Compose(string sanitizer, Spool texts, string folder, ICollection<Leak> leaks)
    {
        var files = new List<RecordingFile>();
        foreach ((string path, List<SpooledCall> calls) in _files)
        {
            long start = texts.Length;
            var spooler = new MappingSpooler(texts, Path.Combine(folder, path));
            spooler.Write(Mappings(calls, sanitizer), calls.Count);
            files.Add(new RecordingFile(path, texts, start, calls.Count));
            foreach (Leak leak in spooler.Leaks)
            {
                leaks.Add(leak);
            }
        }

        return files;
    }

    // Replies to one and the same request play back in the order in which they came; the last one stays.
    private IEnumerable<JsonObject> Mappings(List<SpooledCall> calls, string sanitizer)
    {
        foreach (IGrouping<string, SpooledCall> same in calls.OrderBy(c => c.Call.At).GroupBy(c => Key(c.Call)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            SpooledCall[] replies = [.. same];
            for (int i = 0; i < replies.Length; i++)
            {
                JsonObject json = Mapping(replies[i], sanitizer);
                if (replies.Length > 1)
                {
                    json["Scenario"] = $"{replies[i].Call.Family} {Hash(same.Key)}";
                    json["WhenStateIs"] = i == 0 ? null : $"reply {i + 1}";
                    json["SetStateTo"] = $"reply {Math.Min(i + 2, replies.Length)}";
                    RemoveNull(json, "WhenStateIs");
                }

                yield return json;
            }
        }
    }

    private JsonObject Mapping(SpooledCall spooled, string sanitizer)
    {
        RecordedCall call = spooled.Call;
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
            ["Response"] = Response(call, _bodies.Read(spooled.Start, spooled.Length)),
            ["Data"] = new Provenance(call.Family, call.OperationName, call.Host, call.Path, call.At, sanitizer).ToData(),
        };
    }

    private static JsonNode Parameter(IGrouping<string, HarField> values) => new JsonObject
    {
        ["Name"] = values.Key,
        ["Matchers"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = v.Value })]),
    };

    private static JsonObject Response(RecordedCall call, byte[] body)
    {
        var response = new JsonObject { ["StatusCode"] = call.Status, ["Headers"] = new JsonObject { ["Content-Type"] = call.ContentType } };
        string text = Encoding.UTF8.GetString(body);
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
    private static JsonNode? Parsed(string text) => JsonNode.Parse(text) is { } node && node is JsonObject or JsonArray ? node : null;

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
