using System.Diagnostics.CodeAnalysis;

namespace Harness.Contracts.Yaml;

/// <summary>The few words that a key may have, and what each stands for.</summary>
/// <remarks>
/// Looked through in order, as there are never many. A dictionary with an enum in it would have to be compiled at every start: the framework
/// holds ready-made code for references only, while this type's own is compiled with the rest of the assembly.
/// </remarks>
internal sealed class Choices<T>(string[] words, T[] values)
{
    public IReadOnlyList<string> Words => words;

    public bool TryFind(string word, [MaybeNullWhen(false)] out T value)
    {
        int at = Array.IndexOf(words, word);
        value = at < 0 ? default : values[at];
        return at >= 0;
    }
}
