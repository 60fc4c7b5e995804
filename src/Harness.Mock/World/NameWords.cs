namespace Harness.Mock.World;

/// <summary>Takes a name apart into its words: <c>userPrincipalName</c>, <c>User_Principal_Name</c> and <c>USER-principal.name</c> are the same three.</summary>
public static class NameWords
{
    public static List<string> Split(string name)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= name.Length; i++)
        {
            bool inWord = i < name.Length && char.IsAsciiLetterOrDigit(name[i]);
            if (start >= 0 && (!inWord || BeginsWord(name, i)))
            {
                words.Add(name[start..i].ToLowerInvariant());
                start = -1;
            }

            if (inWord && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    // objectId -> object id; IPAddress -> ip address; OSVersion -> os version; sha256 stays whole.
    private static bool BeginsWord(string name, int i) => char.IsAsciiLetterUpper(name[i])
        && (char.IsAsciiLetterLower(name[i - 1])
            || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]) && !char.IsAsciiDigit(name[i - 1]) && !IsPluralAcronym(name, i)));

    // The s of "IDs" begins no word.
    private static bool IsPluralAcronym(string name, int i) => name[i + 1] == 's' && (i + 2 == name.Length || char.IsAsciiLetterUpper(name[i + 2]));
}
