using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>The documents of one family, each parsed when something first leads to it.</summary>
/// <param name="files">Content by path.</param>
/// <param name="display">How problems name a path.</param>
internal sealed class DocumentSet(
    IReadOnlyDictionary<string, byte[]> files, Func<string, string> display, ICollection<ContractProblem> problems)
{
    private readonly Dictionary<string, LocatedNode?> _parsed = new(StringComparer.Ordinal);

    public ICollection<ContractProblem> Problems => problems;

    public bool Contains(string path) => files.ContainsKey(path);

    /// <summary>Null for a document that is missing or broken; a broken one has its problem told once, by the parser.</summary>
    public LocatedNode? Read(string path)
    {
        if (_parsed.TryGetValue(path, out LocatedNode? known))
        {
            return known;
        }

        LocatedNode? root = null;
        if (files.TryGetValue(path, out byte[]? content))
        {
            using var text = new StreamReader(new MemoryStream(content, writable: false));
            root = YamlReader.Read(text, display(path), problems);
        }

        _parsed.Add(path, root);
        return root;
    }

    public void Report(string path, int line, int column, string what, string fix) =>
        problems.Add(new ContractProblem(display(path), line, column, what, fix));

    public void Report(string path, LocatedNode at, string what, string fix) => Report(path, at.Line, at.Column, what, fix);
}
