using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>Values of an answer that come from the tenant, the caller or the call, not from chance: a region, a host to call next, a minted token.</summary>
/// <remarks>
/// Settings: <c>/pointer: value</c> (<c>*</c> for every element, the empty pointer for the whole answer), <c>remove</c>,
/// pointers of members that are not there, <c>lifetime</c> and <c>scopes</c> of what is minted, a condition, <c>example.*</c>. A value that stands for nothing in a call leaves the answer as it is.
/// </remarks>
internal sealed class FixedValuesQuirk : IQuirk
{
    public const string Kind = "fixed-values";

    private readonly QuirkDeclaration _declaration;
    private readonly QuirkTools _tools;
    private readonly Condition _condition;
    private readonly List<PlacedValue> _values;
    private readonly JsonPlace[] _removed;
    private readonly TimeSpan _lifetime;
    private readonly IReadOnlyList<string> _scopes;
    private readonly ExampleSettings _example;
    private readonly Remembered<Reply, Reply> _known = new();

    public FixedValuesQuirk(QuirkSettings settings)
    {
        _declaration = settings.Declaration;
        _tools = settings.Tools;
        _condition = new Condition(settings);
        _values = [.. settings.Below("/").Select(p => settings.Json("/" + p) is { } value ? new PlacedValue(JsonPlace.Parse("/" + p), value) : null).OfType<PlacedValue>()];
        if (settings.Json("") is { } whole)
        {
            _values.Insert(0, new PlacedValue(JsonPlace.Parse(""), whole));
        }

        _removed = [.. settings.List("remove").Select(JsonPlace.Parse)];
        settings.Need("/...", _values.Count + _removed.Length > 0, "Add a JSON pointer and its value, e.g. \"/region\": \"{regions.region}\"");
        _lifetime = settings.Duration("lifetime", TimeSpan.FromHours(1));
        _scopes = settings.List("scopes") is { Count: > 0 } scopes ? scopes : ["user_impersonation"];
        _example = settings.Example();
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant) => _example.In(ValueScope.Of(_tools, tenant));

    public Reply? Answer(Exchange exchange) => null;

    public Reply Amend(Exchange exchange, Reply reply)
    {
        if (_known.TryFind(reply, out Reply? known))
        {
            return known;
        }

        ValueScope call = ValueScope.Of(_tools, exchange, _lifetime, _scopes);
        Reply amended = Amend(reply, call);
        if (!call.WasAskedOfTheCall)
        {
            _known.Keep(reply, amended);
        }

        return amended;
    }

    private Reply Amend(Reply reply, ValueScope call)
    {
        if (!_condition.Holds(call))
        {
            return reply;
        }

        // A contract that declares no body (observed: a helper whose answer was never captured) still gets one here.
        JsonNode? root = reply.Body.IsEmpty ? new JsonObject() : JsonAnswers.Read(reply);
        foreach ((JsonPlace place, JsonTemplate value) in _values)
        {
            if (place.IsWhole && value.Make(call) is JsonValue text && text.TryGetValue(out string? plain) && !JsonAnswers.IsJson(reply))
            {
                return reply with { Body = Encoding.UTF8.GetBytes(plain), ContentType = reply.ContentType ?? "text/plain", Decision = JsonAnswers.Known(reply.Decision, _declaration) };
            }

            root = place.IsWhole ? value.Make(call) : Put(root, place, value, call);
        }

        foreach (JsonPlace place in root is null ? [] : _removed)
        {
            place.Remove(root!);
        }

        return root is null ? reply : JsonAnswers.Replace(reply, root, _declaration);
    }

    private static JsonNode? Put(JsonNode? root, JsonPlace place, JsonTemplate value, ValueScope call)
    {
        if (root is not null && value.Make(call) is { } made)
        {
            place.Set(root, () => made.DeepClone());
        }

        return root;
    }
}
