using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Drift.ContractDiff;

/// <summary>Compares two versions of one operation: where it lives, what a call carries, what comes back.</summary>
internal sealed class OperationComparison
{
    private readonly SchemaComparison _schemas = new();

    public void Compare(Operation before, Operation after, OperationPlace place)
    {
        Servers(before, after, place);
        Parameters(before.Parameters, after.Parameters, place);
        RequestBody(before.RequestBody, after.RequestBody, place);
        Responses(before.Responses, after.Responses, place);
    }

    private static void Servers(Operation before, Operation after, OperationPlace place)
    {
        string[] old = Servers(before);
        string[] present = Servers(after);
        if (!old.SequenceEqual(present, StringComparer.Ordinal))
        {
            place.Add("servers-changed", "routing", "/servers", List(old), List(present));
        }
    }

    private static string[] Servers(Operation operation) => [.. operation.Hosts.Select(h => $"https://{h}{operation.ServerPrefix}").Order(StringComparer.Ordinal)];

    private void Parameters(IReadOnlyList<OperationParameter> before, IReadOnlyList<OperationParameter> after, OperationPlace place)
    {
        foreach (OperationParameter old in before)
        {
            string pointer = Pointer(old);
            if (Find(after, old) is not { } present)
            {
                place.Add("param-removed", "request", pointer, Describe(old), null);
                continue;
            }

            if (old.Required != present.Required)
            {
                place.Add("param-required-changed", "request", pointer + "/required", old.Required, present.Required);
            }

            _schemas.Compare(old.Schema, present.Schema, pointer + "/schema", new SchemaPlace(place, "request", "param-enum-changed"));
        }

        foreach (OperationParameter added in after.Where(p => Find(before, p) is null))
        {
            place.Add("param-added", "request", Pointer(added), null, Describe(added));
        }
    }

    private void RequestBody(OperationRequestBody? before, OperationRequestBody? after, OperationPlace place)
    {
        if (before is null || after is null)
        {
            if (before is not null || after is not null)
            {
                place.Add(after is null ? "request-body-removed" : "request-body-added", "request", "/requestBody", Types(before?.Content), Types(after?.Content));
            }

            return;
        }

        if (before.Required != after.Required)
        {
            place.Add("request-body-required-changed", "request", "/requestBody/required", before.Required, after.Required);
        }

        Content(before.Content, after.Content, "/requestBody", "request", "request-media-type", place);
    }

    private void Responses(IReadOnlyList<OperationResponse> before, IReadOnlyList<OperationResponse> after, OperationPlace place)
    {
        foreach (OperationResponse old in before)
        {
            string pointer = $"/responses/{OperationPlace.Escape(old.Key)}";
            if (after.FirstOrDefault(r => IsSame(r, old)) is { } present)
            {
                Content(old.Content, present.Content, pointer, "response", "media-type", place);
            }
            else
            {
                place.Add("status-removed", "status", pointer, old.Key, null);
            }
        }

        foreach (OperationResponse added in after.Where(r => !before.Any(b => IsSame(b, r))))
        {
            place.Add("status-added", "status", $"/responses/{OperationPlace.Escape(added.Key)}", null, added.Key);
        }
    }

    private void Content(
        IReadOnlyList<MediaContent> before, IReadOnlyList<MediaContent> after, string pointer, string where, string kind, OperationPlace place)
    {
        foreach (MediaContent old in before)
        {
            string at = $"{pointer}/content/{OperationPlace.Escape(old.MediaType)}";
            if (after.FirstOrDefault(c => IsSame(c, old)) is { } present)
            {
                _schemas.Compare(old.Schema ?? Schema.Anything, present.Schema ?? Schema.Anything, at + "/schema", new SchemaPlace(place, where, "enum-changed"));
            }
            else
            {
                place.Add($"{kind}-removed", where, at, old.MediaType, Types(after));
            }
        }

        foreach (MediaContent added in after.Where(c => !before.Any(b => IsSame(b, c))))
        {
            place.Add($"{kind}-added", where, $"{pointer}/content/{OperationPlace.Escape(added.MediaType)}", Types(before), added.MediaType);
        }
    }

    private static bool IsSame(OperationResponse left, OperationResponse right) => string.Equals(left.Key, right.Key, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(MediaContent left, MediaContent right) => string.Equals(left.MediaType, right.MediaType, StringComparison.OrdinalIgnoreCase);

    // Header names have no case; query names do (observed: entityName and entityname in one operation).
    private static OperationParameter? Find(IReadOnlyList<OperationParameter> all, OperationParameter wanted) => all.FirstOrDefault(p =>
        p.In == wanted.In && string.Equals(p.Name, wanted.Name, wanted.In == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static string Pointer(OperationParameter parameter) => $"/parameters/{parameter.In}:{OperationPlace.Escape(parameter.Name)}";

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonArray? Types(IReadOnlyList<MediaContent>? content) => content is null ? null : List(content.Select(c => c.MediaType).Order(StringComparer.Ordinal));

    private static JsonObject Describe(OperationParameter parameter) => new()
    {
        ["in"] = parameter.In,
        ["name"] = parameter.Name,
        ["required"] = parameter.Required,
        ["type"] = SchemaWords.Type(parameter.Schema.Types),
        ["format"] = parameter.Schema.Format,
        ["enum"] = SchemaWords.Values(parameter.Schema),
    };
}
