using Harness.Contracts.Tenants;

namespace Harness.Identity.Tokens;

/// <summary>A persona's display name as given and family name.</summary>
internal static class PersonNames
{
    public static (string Given, string Family) Split(Persona persona)
    {
        string[] words = persona.DisplayName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 ? (words[0], words[1]) : (persona.DisplayName, "");
    }
}
