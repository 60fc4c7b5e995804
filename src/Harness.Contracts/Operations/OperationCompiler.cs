using Harness.Contracts.Families;
using Harness.Contracts.OpenApi;
using Harness.Contracts.Schemas;
using Microsoft.OpenApi;

namespace Harness.Contracts.Operations;

/// <summary>Turns one OpenAPI document into the operations of a family.</summary>
internal sealed class OperationCompiler
{
    private readonly OpenApiDocument _document;
    private readonly Family _family;
    private readonly OperationSource _source;
    private readonly ServerResolver _servers;
    private readonly BodyCompiler _bodies;
    private readonly Action<PositionMark, string, string> _report;

    public OperationCompiler(
        OpenApiDocument document,
        IReadOnlyDictionary<string, string> schemaNames,
        Family family,
        OperationSource source,
        Action<PositionMark, string, string> report)
    {
        _document = document;
        _family = family;
        _source = source;
        _report = report;
        _servers = new ServerResolver(family, report);
        _bodies = new BodyCompiler(new SchemaCompiler(document, schemaNames));
    }

    public IReadOnlyList<Operation> Compile()
    {
        var operations = new List<Operation>();
        foreach ((string path, IOpenApiPathItem item) in _document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                operations.AddRange(Compile(path, item, method.Method.ToUpperInvariant(), operation));
            }
        }

        return operations;
    }

    private IEnumerable<Operation> Compile(string path, IOpenApiPathItem item, string method, OpenApiOperation source)
    {
        PositionMark at = ExtensionText.Position(source.Extensions);
        IReadOnlyList<ServerPlace> places = Places(item, source, at);
        OperationParameter[] parameters = _bodies.Parameters(item.Parameters, source.Parameters);
        OperationResponse[] responses = _bodies.Responses(source.Responses);
        OperationRequestBody? body = _bodies.RequestBody(source.RequestBody);
        EvidenceGrade? evidence = Evidence(source, at);
        bool corrects = string.Equals(ExtensionText.Read(source.Extensions, "x-corrects-upstream"), "true", StringComparison.OrdinalIgnoreCase);
        bool isSaid = source.Servers is { Count: > 0 } || item.Servers is { Count: > 0 };

        // Servers with different base paths make different full paths; no known contract has them, and none must be lost.
        foreach (IGrouping<string, ServerPlace> group in places.GroupBy(p => p.BasePath, StringComparer.Ordinal))
        {
            string full = group.Key + path;
            yield return new Operation
            {
                Family = _family.Id,
                Method = method,
                Path = full,
                ServerPrefix = group.Key,
                Hosts = Narrowed(method, full, [.. group.Select(p => p.Host)], isSaid),
                OperationId = string.IsNullOrWhiteSpace(source.OperationId) ? null : source.OperationId,
                Source = _source,
                Evidence = evidence,
                Parameters = parameters,
                RequestBody = body,
                Responses = responses,
                CorrectsUpstream = corrects,
                Location = new SourceLocation(at.File, at.Line),
            };
        }
    }

    private IReadOnlyList<ServerPlace> Places(IOpenApiPathItem item, OpenApiOperation operation, PositionMark at)
    {
        IList<OpenApiServer>? declared = operation.Servers is { Count: > 0 } own ? own
            : item.Servers is { Count: > 0 } ofPath ? ofPath
            : _document.Servers;
        if (declared is { Count: > 0 })
        {
            // An empty list means that each server has a problem of its own already.
            return _servers.Resolve(declared);
        }

        if (_family.Hosts is [var first, ..])
        {
            return [new ServerPlace(first.Host.Text, first.BasePath)];
        }

        _report(at, "nothing says on which host the operation lives", "Add servers: to the document, or hosts: to the family's family.yml");
        return [];
    }

    // A binding says where an operation lives only where its contract does not, or names several hosts.
    private string[] Narrowed(string method, string path, string[] hosts, bool isSaid) =>
        (hosts.Length > 1 || !isSaid) && _family.Bindings.FirstOrDefault(b => b.Paths.Any(p => p.Matches(method, path))) is { } binding
            ? [binding.Host.Text]
            : hosts;

    private EvidenceGrade? Evidence(OpenApiOperation source, PositionMark at)
    {
        if (ExtensionText.Read(source.Extensions, "x-evidence") is not { } text)
        {
            return null;
        }

        if (Enum.TryParse(text, ignoreCase: true, out EvidenceGrade grade) && Enum.IsDefined(grade) && !char.IsAsciiDigit(text[0]))
        {
            return grade;
        }

        _report(at, $"'{text}' is no evidence grade", "Write x-evidence: observed, documented or inferred");
        return null;
    }
}
