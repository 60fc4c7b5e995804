using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Identity.Protection;

/// <summary>Documents as sealed values and back.</summary>
internal sealed class SealedValues(IProtectedValues values)
{
    private const int LongestValue = 16 * 1024;

    public string Seal<T>(SealedKind kind, T content, JsonTypeInfo<T> type) =>
        values.Protect(kind.ToString(), JsonSerializer.SerializeToUtf8Bytes(content, type));

    /// <summary>Null for what we did not issue as this kind. Whether it has expired is the caller's question.</summary>
    public T? Open<T>(SealedKind kind, string? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (string.IsNullOrEmpty(value) || value.Length > LongestValue || values.Unprotect(kind.ToString(), value) is not { } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(content, type);
        }
        catch (JsonException)
        {
            // Sealed by another version of the program.
            return null;
        }
    }
}
