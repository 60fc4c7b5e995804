using Harness.Tests.Mock.Quirks;

namespace Harness.Tests.Support;

/// <summary>A program that calls an API with a token of its own, and follows the addresses that answers give it.</summary>
internal sealed class ApiCaller(RunningServer server, string token)
{
    public string Token { get; set; } = token;

    /// <param name="target">Host, path and query, or an address out of an answer.</param>
    public Task<PortalAnswer> Send(string method, string target, string? body = null, params (string Name, string Value)[] headers)
    {
        string root = server.Client.BaseAddress!.ToString();
        string local = target.StartsWith(root, StringComparison.Ordinal) ? target[root.Length..] : target;
        return server.Call(method, local, null, request =>
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
            foreach ((string name, string value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            PortalCalls.Fill(request, body);
        });
    }

    public Task<PortalAnswer> Get(string target) => Send("GET", target);
}
