using Harness.Contracts.Families;
using Harness.Contracts.OpenApi;
using Microsoft.OpenApi;

namespace Harness.Contracts.Operations;

/// <summary>Turns the server addresses of a document into the family's host patterns.</summary>
internal sealed class ServerResolver
{
    private readonly Family? _family;
    private readonly Action<PositionMark, string, string> _report;
    private readonly Dictionary<string, ServerPlace?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spelling = new(StringComparer.Ordinal);

    /// <param name="family">Null when nobody knows the family: then servers mean what they say.</param>
    public ServerResolver(Family? family, Action<PositionMark, string, string> report)
    {
        _family = family;
        _report = report;
        foreach (FamilyHost host in family?.Hosts ?? [])
        {
            _spelling.TryAdd(ServerUrl.WithoutNames(host.Host.Text), host.Host.Text);
        }
    }

    public IReadOnlyList<ServerPlace> Resolve(IList<OpenApiServer> servers) =>
        [.. servers.Select(Resolve).OfType<ServerPlace>().Distinct()];

    private ServerPlace? Resolve(OpenApiServer server)
    {
        string key = $"{server.Url} {string.Join(' ', (server.Variables ?? new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal)).Select(v => $"{v.Key}={v.Value.Default}"))}";
        if (!_known.TryGetValue(key, out ServerPlace? place))
        {
            place = Place(server);
            _known.Add(key, place);
        }

        return place;
    }

    private ServerPlace? Place(OpenApiServer server)
    {
        string declared = server.Url ?? "";
        ServerUrl url = ServerUrl.Parse(Renamed(declared));
        if (url.Host.Length == 0)
        {
            if (_family is { Hosts: [var own, ..] })
            {
                return new ServerPlace(own.Host.Text, url.BasePath.Length == 0 ? own.BasePath : url.BasePath);
            }

            Report(server, $"the server '{declared}' names no host", "Write it as https://host/base");
            return null;
        }

        string host = Widened(url.Host, server.Variables);
        if (_spelling.TryGetValue(ServerUrl.WithoutNames(host), out string? spelling)
            || _spelling.TryGetValue(ServerUrl.WithoutNames(url.Host), out spelling))
        {
            return new ServerPlace(spelling, url.BasePath);
        }

        try
        {
            return new ServerPlace(HostPattern.Parse(host).Text, url.BasePath);
        }
        catch (FormatException)
        {
            Report(
                server,
                $"the server '{declared}' could be any host",
                "Keep one variable with a literal domain behind it, or map the address under servers: in family.yml");
            return null;
        }
    }

    private string Renamed(string url) =>
        _family is null ? url
        : _family.Servers.TryGetValue(url, out string? ours) || _family.Servers.TryGetValue(url.TrimEnd('/'), out ours) ? ours
        : url;

    // The default value shows what a variable stands for: a dot in it means several labels, and where nothing literal follows the
    // variable, the domain of the default does.
    private static string Widened(string host, IDictionary<string, OpenApiServerVariable>? variables)
    {
        int open = host.IndexOf('{', StringComparison.Ordinal);
        int close = open < 0 ? -1 : host.IndexOf('}', open);
        if (close < 0 || variables is null || !variables.TryGetValue(host[(open + 1)..close], out OpenApiServerVariable? variable))
        {
            return host;
        }

        string value = variable.Default ?? "";
        int dot = value.IndexOf('.', StringComparison.Ordinal);
        if (close == host.Length - 1)
        {
            string domain = dot < 0 ? "" : value[dot..];
            return domain.LastIndexOf('.') > 0 ? host + domain.ToLowerInvariant() : host;
        }

        return dot < 0 ? host : $"{host[..open]}{{*{host[(open + 1)..]}";
    }

    private void Report(OpenApiServer server, string what, string fix) => _report(ExtensionText.Position(server.Extensions), what, fix);
}
