using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Loading;

/// <summary>The real specs, compiled once for all tests that count them.</summary>
internal static class NodocCorpus
{
    private static readonly Lazy<CompiledContracts> Loaded = new(() =>
        ContractLoader.Load(new ContractLoadOptions { Imports = [SharedSpecs.NodocFolder!] }));

    public static CompiledContracts Require()
    {
        SharedSpecs.RequireNodoc();
        return Loaded.Value;
    }

    /// <summary>What the first 2xx answer of an operation says, in the classes in which the specs were counted.</summary>
    public static string BodyClass(Operation operation)
    {
        OperationResponse? success = operation.Responses.FirstOrDefault(r => !r.IsDefault && r.Status is >= 200 and < 300);
        if (success is null)
        {
            return "no-2xx";
        }

        if (success.Content.Count == 0)
        {
            return "no-content";
        }

        MediaContent media = success.Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.Ordinal)) ?? success.Content[0];
        Schema schema = media.Schema ?? Schema.Anything;
        return schema switch
        {
            { IsPlaceholder: true, Items: not null } => "array-of-placeholder",
            { IsPlaceholder: true, Types: var types } when types.HasFlag(JsonTypes.Array) => "array-of-placeholder",
            { IsPlaceholder: true } => "placeholder",
            { Properties.Count: 0, Items: null, MapValues: null, OneOf.Count: 0, AnyOf.Count: 0 } => "scalar",
            _ => TypedLeaves.Any(schema) ? "typed" : "envelope-only",
        };
    }
}
