namespace Harness.Mock.Refusals;

/// <summary>A body and its headers, with the variables taken apart.</summary>
internal sealed class CompiledBody
{
    private readonly List<KeyValuePair<string, RefusalTemplate>> _headers = [];

    public CompiledBody(string body, IReadOnlyDictionary<string, string> headers)
    {
        Text = new RefusalTemplate(body);
        foreach (KeyValuePair<string, string> header in headers)
        {
            if (header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                ContentType = header.Value;
            }
            else
            {
                _headers.Add(new(header.Key, new RefusalTemplate(header.Value)));
            }
        }

        if (_headers.TrueForAll(h => h.Value.IsConstant))
        {
            ConstantHeaders = [.. _headers.Select(h => new KeyValuePair<string, string>(h.Key, h.Value.Render(_ => "", asJson: false)))];
        }
    }

    public RefusalTemplate Text { get; }

    /// <summary>Null when a header's value differs from call to call.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? ConstantHeaders { get; }

    public string? ContentType { get; }

    public bool IsJson => ContentType is null || ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<KeyValuePair<string, string>> Headers(Func<string, string> variable) => ConstantHeaders
        ?? _headers.ConvertAll(h => new KeyValuePair<string, string>(h.Key, HeaderSafe(h.Value.Render(variable, asJson: false))));

    // Values of the call end up in headers such as Location; a line break in one would be a header of its own.
    private static string HeaderSafe(string value) =>
        value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(value.Where(c => c is >= ' ' and <= '~')) : value;
}
