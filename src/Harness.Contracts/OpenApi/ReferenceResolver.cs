using Harness.Contracts.Sources;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Follows <c>$ref</c> within a family's documents. <c>#/components</c> inside a module means that module, not the root.</summary>
internal sealed class ReferenceResolver(DocumentSet documents)
{
    private const int MaximumHops = 50;

    /// <summary>Null when it leads nowhere; then a problem is added, unless the document it leads to is broken and has one already.</summary>
    public ReferenceTarget? Resolve(LocatedNode reference, string file)
    {
        LocatedNode current = reference;
        string from = file;
        for (int hop = 0; hop < MaximumHops; hop++)
        {
            if (Step(current, from) is not { } target)
            {
                return null;
            }

            if (target.Node["$ref"] is not { Kind: YamlKind.Text } next)
            {
                return target;
            }

            current = next;
            from = target.File;
        }

        documents.Report(file, reference, $"the reference '{reference.Value}' leads back to itself", "Let one of them hold the thing itself");
        return null;
    }

    private ReferenceTarget? Step(LocatedNode reference, string file)
    {
        string text = reference.Value;
        int hash = text.IndexOf('#', StringComparison.Ordinal);
        string document = hash < 0 ? text : text[..hash];
        string pointer = hash < 0 ? "" : text[(hash + 1)..];
        string? path = document.Length == 0 ? file : ContractPath.Resolve(ContractPath.FolderOf(file), document);
        if (path is null)
        {
            documents.Report(file, reference, $"the reference '{text}' leaves the contract's folder", "Refer to a file beside it");
            return null;
        }

        if (!documents.Contains(path))
        {
            documents.Report(file, reference, $"the reference '{text}' names a file that is not there", "Correct the name, or add the file");
            return null;
        }

        if (documents.Read(path) is not { } root)
        {
            return null;
        }

        if (pointer.Length > 0 && !pointer.StartsWith('/'))
        {
            documents.Report(file, reference, $"the reference '{text}' has no path behind the #", "Write it as file.yml#/components/schemas/Name");
            return null;
        }

        if (JsonPointer.Find(root, pointer) is not { } node)
        {
            documents.Report(file, reference, $"the reference '{text}' leads nowhere", "Correct the name, or add what it refers to");
            return null;
        }

        return new ReferenceTarget(path, pointer, node);
    }
}
