namespace Harness.Mock.Refusals;

/// <summary>A body and its headers, with the variables taken apart.</summary>
internal sealed class CompiledBody
{
    private readonly List<KeyValuePair<string, RefusalTemplate>> _headers = [];

    // Those that differ from call to call are empty in it.
    private readonly KeyValuePair<string, string>[] _constants;

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

        _constants = [.. _headers.Select(h => new KeyValuePair<string, string>(h.Key, h.Value.IsConstant ? h.Value.Render(_ => "", asJson: false) : ""))];
        ConstantHeaders = _headers.TrueForAll(h => h.Value.IsConstant) ? _constants : null;
    }

    public RefusalTemplate Text { get; }

    /// <summary>Null when a header's value differs from call to call.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? ConstantHeaders { get; }

    public string? ContentType { get; }

    public bool IsJson => ContentType is null || ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<KeyValuePair<string, string>> Headers(Func<string, string> variable) => ConstantHeaders ?? Filled(variable);

    private KeyValuePair<string, string>[] Filled(Func<string, string> variable)
    {
        KeyValuePair<string, string>[] filled = [.. _constants];
        for (int i = 0; i < filled.Length; i++)
        {
            RefusalTemplate value = _headers[i].Value;
            if (!value.IsConstant)
            {
                filled[i] = new(filled[i].Key, HeaderSafe(value.Render(variable, asJson: false)));
            }
        }

        return filled;
    }

    // Values of the call end up in headers such as Location; a line break in one would be a header of its own.
    private static string HeaderSafe(string value) =>
        value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(value.Where(c => c is >= ' ' and <= '~')) : value;
}
