namespace Harness.Contracts.Routing;

/// <summary>A place in the segment trie of a host: all paths that begin alike.</summary>
/// <remarks>
/// The trie is a tree and a node's depth is the number of segments before it, so a walk, backtracking included, visits a node at most once:
/// its cost is bounded by the number of templates however a path is made up.
/// </remarks>
internal sealed class RouteNode(LiteralBranches literals, PatternBranches patterns, RouteNode? parameter, RouteEndpoint[] endpoints)
{
    private const string Get = "GET";
    private const string Head = "HEAD";

    /// <summary>The operation that the path leads to with that method: literal before pattern before parameter, the leftmost segment first.</summary>
    public RouteEndpoint? Find(in PathText path, int depth, string method)
    {
        if (depth == path.Count)
        {
            return Endpoint(method) ?? (string.Equals(method, Head, StringComparison.OrdinalIgnoreCase) ? Endpoint(Get) : null);
        }

        if (literals.Find(path.Canonical(depth))?.Find(path, depth + 1, method) is { } byLiteral)
        {
            return byLiteral;
        }

        foreach (PatternBranch pattern in patterns.For(path.Canonical(depth)))
        {
            if (pattern.Admits(path, depth) && pattern.Next.Find(path, depth + 1, method) is { } byPattern)
            {
                return byPattern;
            }
        }

        return path.Text(depth).IsEmpty ? null : parameter?.Find(path, depth + 1, method);
    }

    /// <summary>Every method that the path has, for the answer to a call with another one.</summary>
    public void CollectMethods(in PathText path, int depth, ISet<string> methods)
    {
        if (depth == path.Count)
        {
            CollectMethods(methods);
            return;
        }

        literals.Find(path.Canonical(depth))?.CollectMethods(path, depth + 1, methods);
        foreach (PatternBranch pattern in patterns.For(path.Canonical(depth)))
        {
            if (pattern.Admits(path, depth))
            {
                pattern.Next.CollectMethods(path, depth + 1, methods);
            }
        }

        if (!path.Text(depth).IsEmpty)
        {
            parameter?.CollectMethods(path, depth + 1, methods);
        }
    }

    private void CollectMethods(ISet<string> methods)
    {
        foreach (RouteEndpoint endpoint in endpoints)
        {
            methods.Add(endpoint.Method);
            if (string.Equals(endpoint.Method, Get, StringComparison.OrdinalIgnoreCase))
            {
                methods.Add(Head);
            }
        }
    }

    private RouteEndpoint? Endpoint(string method)
    {
        foreach (RouteEndpoint endpoint in endpoints)
        {
            if (string.Equals(endpoint.Method, method, StringComparison.OrdinalIgnoreCase))
            {
                return endpoint;
            }
        }

        return null;
    }
}
