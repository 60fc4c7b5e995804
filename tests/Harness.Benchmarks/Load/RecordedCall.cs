namespace Harness.Benchmarks.Load;

/// <summary>One call as a run has made it, to be made again by a client without rails.</summary>
internal sealed record RecordedCall(string Target, IReadOnlyList<KeyValuePair<string, string>> Headers);
