namespace Harness.Mock.Exchanges;

/// <summary>Finds one cookie in a Cookie header without taking the whole header apart.</summary>
internal static class CookieHeader
{
    /// <summary>The value as sent, without surrounding quotes; null when the header does not have the cookie.</summary>
    public static string? Find(string? header, string name)
    {
        ReadOnlySpan<char> rest = header;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> pair = (end < 0 ? rest : rest[..end]).Trim();
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> value = pair[(name.Length + 1)..].Trim();
                return (value is ['"', .., '"'] ? value[1..^1] : value).ToString();
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return null;
    }
}
