namespace Harness.Contracts.OpenApi;

/// <summary>The objects of an OpenAPI document that contracts are read from.</summary>
internal enum ElementKind
{
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    MediaType,
    Schema,
    Discriminator,
    Server,
    ServerVariable,
}
