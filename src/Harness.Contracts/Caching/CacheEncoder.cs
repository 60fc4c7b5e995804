using Harness.Contracts.Loading;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Caching;

/// <summary>Writes compiled contracts as a few tables: texts, schemas, YAML nodes, parameters, responses, operations.</summary>
internal sealed class CacheEncoder : IDisposable
{
    private readonly StringTable _strings = new();
    private readonly SchemaEncoder _schemas = new();
    private readonly ReferenceTable<OperationParameter> _parameters = new();
    private readonly ReferenceTable<OperationResponse> _responses = new();
    private readonly CacheSection _nodes;
    private readonly CacheSection _shared;
    private readonly CacheSection _operations;
    private readonly CacheSection _rest;

    private CacheEncoder()
    {
        _nodes = new CacheSection(_strings);
        _shared = new CacheSection(_strings);
        _operations = new CacheSection(_strings);
        _rest = new CacheSection(_strings);
    }

    public static byte[] Encode(CachedContracts contracts)
    {
        using var encoder = new CacheEncoder();
        return encoder.Write(contracts);
    }

    public void Dispose()
    {
        _nodes.Dispose();
        _shared.Dispose();
        _operations.Dispose();
        _rest.Dispose();
    }

    // Written back to front: a table is complete once everything that points into it has been written.
    private byte[] Write(CachedContracts contracts)
    {
        _operations.List(contracts.Operations, Operation);
        _rest.List(contracts.Problems, Problem);
        var nodes = new NodeEncoder(_nodes);
        _rest.List(contracts.Families, f => Family(f, nodes));
        _rest.List(contracts.Assumed, Assumed);
        _shared.List(_parameters.All, Parameter);
        _shared.List(_responses.All, Response);
        using var schemas = new CacheSection(_strings);
        _schemas.WriteTo(schemas, _strings);
        using var counts = new CacheSection(_strings);
        counts.Int(nodes.Count);

        using var target = new MemoryStream();
        using var writer = new BinaryWriter(target);
        _strings.WriteTo(writer);
        writer.Flush();
        schemas.CopyTo(target);
        _shared.CopyTo(target);
        _operations.CopyTo(target);
        counts.CopyTo(target);
        _nodes.CopyTo(target);
        _rest.CopyTo(target);
        return target.ToArray();
    }

    private void Parameter(OperationParameter parameter)
    {
        _shared.Text(parameter.Name);
        _shared.Text(parameter.In);
        _shared.Bool(parameter.Required);
        _shared.Int(_schemas.NumberOf(parameter.Schema));
    }

    private void Response(OperationResponse response)
    {
        _shared.Text(response.Key);
        _shared.List(response.Content, c => Media(_shared, c));
    }

    private void Media(CacheSection section, MediaContent content)
    {
        section.Text(content.MediaType);
        section.Int(content.Schema is null ? 0 : _schemas.NumberOf(content.Schema) + 1);
    }

    private void Operation(Operation operation)
    {
        _operations.Text(operation.Family);
        _operations.Text(operation.Method);
        _operations.Text(operation.Path);
        _operations.Text(operation.ServerPrefix);
        _operations.Texts(operation.Hosts);
        _operations.Text(operation.OperationId);
        _operations.Int((int)operation.Source);
        _operations.Int(operation.Evidence is { } evidence ? (int)evidence + 1 : 0);
        _operations.List(operation.Parameters, p => _operations.Int(_parameters.NumberOf(p)));
        _operations.Int(operation.RequestBody is null ? 0 : operation.RequestBody.Required ? 2 : 1);
        if (operation.RequestBody is { } body)
        {
            _operations.List(body.Content, c => Media(_operations, c));
        }

        _operations.List(operation.Responses, r => _operations.Int(_responses.NumberOf(r)));
        _operations.Bool(operation.CorrectsUpstream);
        _operations.Text(operation.Location.File);
        _operations.Int(operation.Location.Line);
    }

    private void Problem(ContractProblem problem)
    {
        _rest.Text(problem.Path);
        _rest.Int(problem.Line);
        _rest.Int(problem.Column);
        _rest.Text(problem.What);
        _rest.Text(problem.Fix);
    }

    private void Family(FamilyDocument family, NodeEncoder nodes)
    {
        _rest.Text(family.File);
        _rest.Int(family.Folder);
        _rest.Int(nodes.NumberOf(family.Root));
    }

    private void Assumed(AssumedFamily family)
    {
        _rest.Text(family.Id);
        _rest.Text(family.Title);
        _rest.Texts(family.Hosts);
    }
}
