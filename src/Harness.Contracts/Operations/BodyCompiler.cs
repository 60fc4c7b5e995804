using Harness.Contracts.Schemas;
using Microsoft.OpenApi;

namespace Harness.Contracts.Operations;

/// <summary>Compiles what calls and answers carry. What a document shares by reference is shared here too.</summary>
internal sealed class BodyCompiler(SchemaCompiler schemas)
{
    private readonly Dictionary<string, IReadOnlyList<MediaContent>> _responses = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Id), OperationResponse> _keyedResponses = [];
    private readonly Dictionary<string, OperationParameter?> _parameters = new(StringComparer.Ordinal);

    /// <summary>The operation's own, then those of the path that it does not redeclare.</summary>
    public OperationParameter[] Parameters(IList<IOpenApiParameter>? ofPath, IList<IOpenApiParameter>? own)
    {
        var parameters = new List<OperationParameter>();
        foreach (IOpenApiParameter source in (own ?? []).Concat(ofPath ?? []))
        {
            if (Parameter(source) is { } parameter && !parameters.Exists(p => IsSame(p, parameter)))
            {
                parameters.Add(parameter);
            }
        }

        return parameters.Count == 0 ? [] : [.. parameters];
    }

    public OperationResponse[] Responses(OpenApiResponses? responses) =>
        responses is null ? [] : [.. responses.Select(r => Response(r.Key, r.Value))];

    public OperationRequestBody? RequestBody(IOpenApiRequestBody? body) =>
        body is null ? null : new OperationRequestBody(body.Required, Content(body.Content));

    private static bool IsSame(OperationParameter left, OperationParameter right) =>
        string.Equals(left.Name, right.Name, StringComparison.Ordinal) && string.Equals(left.In, right.In, StringComparison.Ordinal);

    private OperationResponse Response(string key, IOpenApiResponse source)
    {
        if (source is not OpenApiResponseReference { Reference.Id: { } id })
        {
            return new OperationResponse(key, Content(source.Content));
        }

        if (_keyedResponses.TryGetValue((key, id), out OperationResponse? known))
        {
            return known;
        }

        if (!_responses.TryGetValue(id, out IReadOnlyList<MediaContent>? content))
        {
            content = Content(source.Content);
            _responses.Add(id, content);
        }

        return _keyedResponses[(key, id)] = new OperationResponse(key, content);
    }

    private OperationParameter? Parameter(IOpenApiParameter source)
    {
        if (source is not OpenApiParameterReference { Reference.Id: { } id })
        {
            return Read(source);
        }

        if (!_parameters.TryGetValue(id, out OperationParameter? known))
        {
            known = Read(source);
            _parameters.Add(id, known);
        }

        return known;
    }

    // Without name or place it is a mistake that the bundler has told of.
    private OperationParameter? Read(IOpenApiParameter source)
    {
        if (string.IsNullOrEmpty(source.Name) || source.In is not { } place)
        {
            return null;
        }

        IOpenApiSchema? schema = source.Schema ?? source.Content?.Values.FirstOrDefault()?.Schema;
        return new OperationParameter(
            schemas.Share(source.Name),
            Place(place),
            source.Required || place == ParameterLocation.Path,
            schema is null ? Schema.Anything : schemas.Compile(schema));
    }

    private static string Place(ParameterLocation place) => place switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Header => "header",
        ParameterLocation.Cookie => "cookie",
        _ => "query",
    };

    private IReadOnlyList<MediaContent> Content(IDictionary<string, IOpenApiMediaType>? content) =>
        content is not { Count: > 0 } ? []
        : [.. content.Select(c => new MediaContent(schemas.Share(c.Key), c.Value?.Schema is { } schema ? schemas.Compile(schema) : null))];
}
