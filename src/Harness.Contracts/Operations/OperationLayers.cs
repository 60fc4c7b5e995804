using Harness.Contracts.Schemas;

namespace Harness.Contracts.Operations;

/// <summary>Lays contracts over each other: core, then imports, then the user's own. The later one wins, except that saying nothing wins nothing.</summary>
public static class OperationLayers
{
    /// <summary>Every operation once, in the order in which it was first met.</summary>
    /// <param name="layers">In rising order of precedence.</param>
    public static IReadOnlyList<Operation> Merge(IEnumerable<IEnumerable<Operation>> layers)
    {
        var merged = new List<Operation>();
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (IEnumerable<Operation> layer in layers)
        {
            foreach (Operation operation in layer)
            {
                string key = OperationKey.Of(operation);
                if (!places.TryGetValue(key, out List<int>? known))
                {
                    places.Add(key, known = []);
                }

                // The same path on another host of the family is another operation.
                int same = known.FindIndex(i => ShareHost(merged[i], operation));
                if (same >= 0)
                {
                    merged[known[same]] = Merge(merged[known[same]], operation);
                }
                else
                {
                    known.Add(merged.Count);
                    merged.Add(operation);
                }
            }
        }

        return merged;
    }

    /// <summary>The later declaration, completed by what only the earlier one says.</summary>
    public static Operation Merge(Operation earlier, Operation later) => later with
    {
        OperationId = later.OperationId ?? earlier.OperationId,
        CorrectsUpstream = later.CorrectsUpstream || earlier.CorrectsUpstream,
        Evidence = later.Evidence ?? earlier.Evidence,
        Source = earlier.Source == later.Source ? later.Source : OperationSource.Both,
        RequestBody = RequestBody(earlier.RequestBody, later.RequestBody),
        Responses = Responses(earlier, later),
    };

    private static bool ShareHost(Operation left, Operation right) =>
        left.Hosts.Any(l => right.Hosts.Any(r => string.Equals(ServerUrl.WithoutNames(l), ServerUrl.WithoutNames(r), StringComparison.Ordinal)));

    private static OperationRequestBody? RequestBody(OperationRequestBody? earlier, OperationRequestBody? later) =>
        later is null ? earlier
        : earlier is not null && IsTyped(earlier.Content) && !IsTyped(later.Content) ? later with { Content = earlier.Content }
        : later;

    private static IReadOnlyList<OperationResponse> Responses(Operation earlier, Operation later)
    {
        OperationResponse? kept = LowestSuccess(earlier.Responses);
        if (kept is null)
        {
            return later.Responses.Count > 0 ? later.Responses : earlier.Responses;
        }

        if (LowestSuccess(later.Responses) is { } success)
        {
            bool holds = IsTyped(kept.Content) && success.Status is not (204 or 205)
                && (!IsTyped(success.Content) || SaysLess(success.Content, kept.Content) || (earlier.CorrectsUpstream && !later.CorrectsUpstream));
            return !holds
                ? later.Responses
                : [.. later.Responses.Select(r => ReferenceEquals(r, success) ? new OperationResponse(r.Key, kept.Content) : r)];
        }

        // Exactly one status, and a refusal: that is what the live tenant answered, and it stands.
        return later.Responses is [{ IsDefault: false }] ? later.Responses : [kept, .. later.Responses];
    }

    private static OperationResponse? LowestSuccess(IReadOnlyList<OperationResponse> responses) =>
        responses.Where(r => !r.IsDefault && r.Status is >= 200 and < 300).MinBy(r => r.Status);

    // An envelope around a list of anything: where the earlier one has all of its members and says what the list holds, it is the better shape.
    private static bool SaysLess(IReadOnlyList<MediaContent> later, IReadOnlyList<MediaContent> earlier) =>
        later is [{ Schema: { Properties.Count: > 0 } bare }] && earlier.Count == 1 && earlier[0].Schema is { } full
        && bare.Properties.All(p => full.FindProperty(p.Name) is { } known && (known.Required || !p.Required))
        && bare.Properties.Any(p => p.Schema is { Items: not null, IsPlaceholder: true } && full.FindProperty(p.Name)!.Schema is { Items.IsPlaceholder: false });

    private static bool IsTyped(IReadOnlyList<MediaContent> content) => content.Any(c => c.Schema is { } schema && TypedLeaves.Any(schema));
}
