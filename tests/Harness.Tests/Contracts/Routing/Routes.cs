using Harness.Contracts.Operations;
using Harness.Contracts.Routing;

namespace Harness.Tests.Contracts.Routing;

/// <summary>Operations in few words: <c>"GET /users/{id}"</c>, on one host unless another is named.</summary>
internal static class Routes
{
    public const string Host = "portal.example.com";

    public static OperationTable Table(params string[] operations) => OperationTable.Compile(operations.Select(text => Operation(text)));

    public static Operation Operation(string text, string host = Host, string family = "portal")
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return new Operation { Family = family, Method = text[..space], Path = text[(space + 1)..], Hosts = [host] };
    }

    /// <summary>What a call reached, in the same few words; the outcome when it reached nothing.</summary>
    public static string Reach(this OperationTable table, string call, string host = Host)
    {
        int space = call.IndexOf(' ', StringComparison.Ordinal);
        RouteMatch match = table.Match(host, call[..space], call.AsSpan(space + 1));
        return match.Operation is { } operation ? $"{operation.Method} {operation.Path}" : match.Outcome.ToString();
    }

    public static string Values(this OperationTable table, string path) =>
        string.Join(' ', table.Match(Host, "GET", path).Values.Select(value => $"{value.Name}={value.Value}"));
}
