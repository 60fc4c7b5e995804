using Harness.Contracts.Loading;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Caching;

/// <summary>Reads what <see cref="CacheEncoder"/> wrote.</summary>
internal sealed class CacheDecoder
{
    private readonly CacheCursor _cursor;
    private readonly SchemaDecoder _schemas;
    private readonly NodeDecoder _nodes;
    private OperationParameter[] _parameters = [];
    private OperationResponse[] _responses = [];
    private string[] _lastHosts = [];

    private CacheDecoder(byte[] data, int start)
    {
        _cursor = new CacheCursor(data, start);
        _schemas = new SchemaDecoder(_cursor);
        _nodes = new NodeDecoder(_cursor);
    }

    /// <exception cref="InvalidDataException">The payload is not what it should be.</exception>
    public static CachedContracts Decode(byte[] data, int start) => new CacheDecoder(data, start).Read();

    private CachedContracts Read()
    {
        _cursor.ReadStrings();
        _schemas.ReadTable();
        _parameters = _cursor.List(Parameter);
        _responses = _cursor.List(Response);
        Operation[] operations = _cursor.List(Operation);
        _nodes.ReadTable();
        ContractProblem[] problems = _cursor.List(Problem);
        FamilyDocument[] families = _cursor.List(() => new FamilyDocument(_cursor.RequiredText(), _cursor.Int(), _nodes.Next()));
        AssumedFamily[] assumed = _cursor.List(() => new AssumedFamily(
            _cursor.RequiredText(), _cursor.RequiredText(), _cursor.List(_cursor.RequiredText)));
        return _cursor.AtEnd ? new CachedContracts(operations, problems, families, assumed) : throw new InvalidDataException("More follows than belongs here.");
    }

    private OperationParameter Parameter() => new(_cursor.RequiredText(), _cursor.RequiredText(), _cursor.Bool(), _schemas.Next());

    private OperationResponse Response() => new(_cursor.RequiredText(), _cursor.List(Media));

    private MediaContent Media()
    {
        string type = _cursor.RequiredText();
        int schema = _cursor.Int();
        return new MediaContent(type, schema == 0 ? null : _schemas.At(schema - 1));
    }

    private Operation Operation() => new()
    {
        Family = _cursor.RequiredText(),
        Method = _cursor.RequiredText(),
        Path = _cursor.RequiredText(),
        ServerPrefix = _cursor.RequiredText(),
        Hosts = Hosts(),
        OperationId = _cursor.Text(),
        Source = (OperationSource)_cursor.Int(),
        Evidence = _cursor.Int() is > 0 and int evidence ? (EvidenceGrade)(evidence - 1) : null,
        Parameters = _cursor.List(() => CacheCursor.At(_parameters, _cursor.Int())),
        RequestBody = _cursor.Int() is > 0 and int body ? new OperationRequestBody(body == 2, _cursor.List(Media)) : null,
        Responses = _cursor.List(() => CacheCursor.At(_responses, _cursor.Int())),
        CorrectsUpstream = _cursor.Bool(),
        Location = new SourceLocation(_cursor.RequiredText(), _cursor.Int()),
    };

    // Neighbors live on the same hosts mostly: they share one list.
    private string[] Hosts()
    {
        string[] hosts = _cursor.List(_cursor.RequiredText);
        return _lastHosts = hosts.SequenceEqual(_lastHosts, StringComparer.Ordinal) ? _lastHosts : hosts;
    }

    private ContractProblem Problem() =>
        new(_cursor.RequiredText(), _cursor.Int(), _cursor.Int(), _cursor.RequiredText(), _cursor.RequiredText());
}
