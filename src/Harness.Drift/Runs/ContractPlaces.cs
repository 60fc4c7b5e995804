using Harness.Contracts.Operations;
using Harness.Drift.Findings;

namespace Harness.Drift.Runs;

/// <summary>Where a contract lies as a checkout names it, because that is what code scanning and annotations point into.</summary>
/// <param name="roots">Contract folders that the person named, the last one first to be asked.</param>
public sealed class ContractPlaces(IReadOnlyList<string> roots)
{
    private readonly string[] _roots = [.. roots.Reverse().Append("contracts")];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public ContractAnchor? Of(Operation operation) =>
        operation.Location.File.Length == 0 ? null : Of(new ContractAnchor(operation.Location.File, Math.Max(1, operation.Location.Line)));

    public ContractAnchor? Of(ContractAnchor? anchor)
    {
        if (anchor is null)
        {
            return null;
        }

        if (!_known.TryGetValue(anchor.File, out string? place))
        {
            place = Array.ConvertAll(_roots, r => Below(r, anchor.File)).FirstOrDefault(p => p is not null) ?? Shipped(anchor.File) ?? anchor.File;
            _known.Add(anchor.File, place);
        }

        return anchor with { File = place };
    }

    // Our own contracts lie beside the program, and in a checkout of ours under the same name.
    private static string? Shipped(string file) => File.Exists(Path.Combine(AppContext.BaseDirectory, "contracts", file)) ? $"contracts/{file}" : null;

    // Contracts outside the checkout keep the name that they have in their own folder.
    private static string? Below(string root, string file)
    {
        string path = Path.Combine(root, file);
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
        return File.Exists(path) && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative) ? relative : null;
    }
}
