namespace Harness.Contracts.Operations;

/// <summary>One declared answer of an operation.</summary>
/// <param name="Key">As declared: <c>200</c>, <c>2XX</c> or <c>default</c>.</param>
/// <param name="Content">Empty when the answer has no body.</param>
public sealed record OperationResponse(string Key, IReadOnlyList<MediaContent> Content)
{
    public bool IsDefault => string.Equals(Key, "default", StringComparison.OrdinalIgnoreCase);

    /// <summary>The status to answer with: a range gives its first status, <c>default</c> gives 200.</summary>
    public int Status { get; } = ParseStatus(Key);

    private static int ParseStatus(string key)
    {
        if (int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int status))
        {
            return status;
        }

        return key is [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] ? (key[0] - '0') * 100 : 200;
    }
}
