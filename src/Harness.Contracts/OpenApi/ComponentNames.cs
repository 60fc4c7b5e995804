using System.Text;
using Harness.Contracts.Sources;

namespace Harness.Contracts.OpenApi;

/// <summary>Gives every referenced thing of a bundle a name of its own: modules declare the same names for different things.</summary>
internal sealed class ComponentNames(string rootFile)
{
    private readonly Dictionary<(ElementKind Kind, string File, string Pointer), string> _names = [];
    private readonly HashSet<(ElementKind Kind, string Name)> _taken = [];

    /// <summary>Own names of the schemas, by the name they have in the bundle.</summary>
    public Dictionary<string, string> Schemas { get; } = new(StringComparer.Ordinal);

    /// <summary>Keeps a name free for something that no reference leads to.</summary>
    public void Reserve(ElementKind kind, string name) => _taken.Add((kind, name));

    /// <returns>The name, and whether the thing is met for the first time.</returns>
    public (string Name, bool IsNew) For(ElementKind kind, string file, string pointer)
    {
        if (_names.TryGetValue((kind, file, pointer), out string? known))
        {
            return (known, false);
        }

        string own = JsonPointer.LastName(pointer);
        string name = Unique(kind, string.Equals(file, rootFile, StringComparison.Ordinal) ? Clean(own) : $"{Clean(Module(file))}__{Clean(own)}");
        _names.Add((kind, file, pointer), name);
        if (kind == ElementKind.Schema)
        {
            Schemas.Add(name, own);
        }

        return (name, true);
    }

    private static string Module(string file) => Path.GetFileNameWithoutExtension(ContractPath.NameOf(file));

    private string Unique(ElementKind kind, string wished)
    {
        string name = wished;
        for (int number = 2; !_taken.Add((kind, name)); number++)
        {
            name = $"{wished}-{number}";
        }

        return name;
    }

    // OpenAPI allows no other characters in component names; the specs have $filter and the like.
    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            clean.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_');
        }

        return clean.Length == 0 ? "_" : clean.ToString();
    }
}
