using System.Text;

namespace Harness.Contracts.Operations;

/// <summary>What makes two declarations the same operation, whatever their spelling: family, method and normalized path.</summary>
/// <remarks>
/// Letter case and parameter names do not count, as on the portals. A trailing slash and an empty segment do: both are real addresses of
/// their own (observed: <c>changeEvents/</c> beside <c>changeevents</c>, <c>/api/mt//beta</c>).
/// </remarks>
public static class OperationKey
{
    private const string Doubled = "/apiproxy/apiproxy/";

    public static string Of(Operation operation) => $"{operation.Family} {operation.Method} {Normalize(operation.Path)}";

    /// <summary>Lower case, <c>{}</c> for every parameter, a doubled <c>/apiproxy</c> prefix once.</summary>
    public static string Normalize(string path)
    {
        var key = new StringBuilder(path.Length);
        bool inName = false;
        foreach (char c in path)
        {
            if (!inName || c == '}')
            {
                key.Append(char.ToLowerInvariant(c));
            }

            inName = c == '{' || (inName && c != '}');
        }

        // Observed: some specs repeat the server's prefix in the path; the portal has it once.
        string normalized = key.ToString();
        return normalized.StartsWith(Doubled, StringComparison.Ordinal) ? normalized["/apiproxy".Length..] : normalized;
    }
}
