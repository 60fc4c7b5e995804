namespace Harness.Mock.State.Queries;

/// <summary>A filter that was read, or what is wrong with it and where.</summary>
internal sealed record FilterReading(FilterExpression? Expression, string? Problem);
