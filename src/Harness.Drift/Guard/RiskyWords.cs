namespace Harness.Drift.Guard;

/// <summary>Words in a path that sound like more than reading; an operation with one must have been looked at by itself.</summary>
internal static class RiskyWords
{
    // Found anywhere in the text: portals write getuseraccesstoken as well as GetUserAccessToken.
    private static readonly string[] Anywhere =
    [
        "start", "create", "getor", "initialize", "generate", "token", "temporary", "reset", "send", "download", "export", "logout", "approve", "deny",
        "batch", "delete", "remove", "revoke", "secret", "credential", "password", "licensekey", "softwarekey", "authcode", "acknowledge",
    ];

    // Too short to be looked for inside other words: backup, adminTeams.
    private static readonly string[] Whole = ["mint", "ack", "run", "set", "sign", "invoke", "execute", "trigger", "purge", "sync", "refresh", "verify", "enroll"];

    /// <summary>The first of them in a path template, parameters aside; null when there is none.</summary>
    public static string? Find(string path)
    {
        string literal = Literal(path);
        string? anywhere = Array.Find(Anywhere, w => literal.Contains(w, StringComparison.OrdinalIgnoreCase));
        return anywhere ?? Words(literal).FirstOrDefault(w => Whole.Contains(w, StringComparer.OrdinalIgnoreCase));
    }

    private static string Literal(string path)
    {
        var kept = new System.Text.StringBuilder(path.Length);
        bool inName = false;
        foreach (char c in path)
        {
            inName = c == '{' || (inName && c != '}');
            kept.Append(inName || c == '}' ? ' ' : c);
        }

        return kept.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            bool ends = i == text.Length || !char.IsAsciiLetter(text[i]) || (char.IsAsciiLetterUpper(text[i]) && !char.IsAsciiLetterUpper(text[i - 1]));
            if (!ends)
            {
                continue;
            }

            string word = text[start..i].Trim('/', ' ', '.', '-', '_', '(', '\'', '$');
            if (word.Length > 0)
            {
                yield return word;
            }

            start = i;
        }
    }
}
