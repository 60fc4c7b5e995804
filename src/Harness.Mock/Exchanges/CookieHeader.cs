namespace Harness.Mock.Exchanges;

/// <summary>Finds one cookie in a Cookie header without taking the whole header apart.</summary>
internal static class CookieHeader
{
    /// <summary>The value as sent, without surrounding quotes; false when the header does not have the cookie.</summary>
    public static bool TryFind(ReadOnlySpan<char> header, string name, out ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> rest = header;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> pair = (end < 0 ? rest : rest[..end]).Trim();
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                value = pair[(name.Length + 1)..].Trim();
                value = value is ['"', .., '"'] ? value[1..^1] : value;
                return true;
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        value = default;
        return false;
    }
}
