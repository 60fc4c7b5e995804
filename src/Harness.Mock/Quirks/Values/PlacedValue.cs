namespace Harness.Mock.Quirks.Values;

/// <summary>A value and where in an answer it goes.</summary>
internal sealed record PlacedValue(JsonPlace Place, JsonTemplate Value);
