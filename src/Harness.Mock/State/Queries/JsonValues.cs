using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>Takes values out of elements, and puts two of them in order.</summary>
internal static class JsonValues
{
    public static object? Find(JsonObject item, IReadOnlyList<string> path)
    {
        JsonNode? node = item;
        foreach (string name in path)
        {
            node = Member(node as JsonObject, name);
        }

        return Plain(node);
    }

    public static object? Plain(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        // Without the cast all of them would become JSON nodes again.
        JsonValueKind.True => (object)true,
        JsonValueKind.False => (object)false,
        JsonValueKind.Number => decimal.TryParse(node.ToJsonString(), System.Globalization.NumberStyles.Float, null, out decimal number) ? (object)number : node.ToJsonString(),
        JsonValueKind.String => (object)node.GetValue<string>(),
        _ => (object)node,
    };

    /// <summary>Below zero, zero or above; null when the two have no order.</summary>
    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) or (_, null) => null,
        (bool a, bool b) => a.CompareTo(b),
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => CompareTexts(a, b),
        (decimal a, string b) => decimal.TryParse(b, out decimal number) ? a.CompareTo(number) : null,
        (string a, decimal b) => decimal.TryParse(a, out decimal number) ? number.CompareTo(b) : null,
        (bool a, string b) => bool.TryParse(b, out bool truth) ? a.CompareTo(truth) : null,
        (string a, bool b) => bool.TryParse(a, out bool truth) ? truth.CompareTo(b) : null,
        _ => null,
    };

    /// <summary>An order over everything, for sorting: nothing comes first.</summary>
    public static int Order(object? left, object? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ => Compare(left, right) ?? string.CompareOrdinal(left.ToString(), right.ToString()),
        };

    public static JsonNode? Member(JsonObject? item, string name)
    {
        if (item is null || item.TryGetPropertyValue(name, out JsonNode? exact))
        {
            return item?[name];
        }

        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    private static int CompareTexts(string left, string right)
    {
        if (left.Length >= 32 && right.Length >= 32 && Guid.TryParse(left, out Guid a) && Guid.TryParse(right, out Guid b))
        {
            return a.CompareTo(b);
        }

        return LooksDated(left) && LooksDated(right) && DateTimeOffset.TryParse(left, null, Assumed, out DateTimeOffset x) && DateTimeOffset.TryParse(right, null, Assumed, out DateTimeOffset y)
            ? x.CompareTo(y)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }

    // Observed in answers: times without a zone; they are UTC.
    private const System.Globalization.DateTimeStyles Assumed = System.Globalization.DateTimeStyles.AssumeUniversal;

    private static bool LooksDated(string text) => text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
