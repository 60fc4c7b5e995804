namespace Harness.Contracts.Operations;

/// <summary>What a call may or must carry as its body.</summary>
public sealed record OperationRequestBody(bool Required, IReadOnlyList<MediaContent> Content);
