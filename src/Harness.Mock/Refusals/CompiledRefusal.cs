using Harness.Contracts.Families;

namespace Harness.Mock.Refusals;

/// <summary>A declared refusal with its bodies compiled.</summary>
internal sealed class CompiledRefusal
{
    private readonly CompiledBody _body;
    private readonly IReadOnlyList<(string Accept, CompiledBody Body)> _variants;

    public CompiledRefusal(Refusal declared)
    {
        Declared = declared;
        _body = new CompiledBody(declared.Body, declared.Headers);
        _variants = [.. declared.Variants.Select(v => (v.Accept, new CompiledBody(v.Body, Merge(declared.Headers, v.Headers))))];
    }

    public Refusal Declared { get; }

    public CompiledBody For(string? accept)
    {
        if (accept is not null)
        {
            foreach ((string text, CompiledBody body) in _variants)
            {
                if (accept.Contains(text, StringComparison.OrdinalIgnoreCase))
                {
                    return body;
                }
            }
        }

        return _body;
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> general, IReadOnlyDictionary<string, string> special)
    {
        var merged = new Dictionary<string, string>(general, StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> header in special)
        {
            merged[header.Key] = header.Value;
        }

        return merged;
    }
}
