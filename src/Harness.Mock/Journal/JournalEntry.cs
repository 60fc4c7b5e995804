using Harness.Mock.Exchanges;
using Microsoft.Extensions.Primitives;

namespace Harness.Mock.Journal;

/// <summary>One call and its answer, as they were. What leaves the journal is masked first: see <see cref="JournalView"/>.</summary>
internal sealed class JournalEntry
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for a call to a host that no family declares.</summary>
    public required string? Family { get; init; }

    /// <summary><c>METHOD path template</c>; null when no operation matched.</summary>
    public required string? Operation { get; init; }

    public required string Method { get; init; }

    public required string Host { get; init; }

    public required string Path { get; init; }

    public required string QueryString { get; init; }

    /// <summary>Credentials are masked already.</summary>
    public required IReadOnlyList<KeyValuePair<string, StringValues>> RequestHeaders { get; init; }

    public required ReadOnlyMemory<byte> RequestBody { get; init; }

    public required Reply Reply { get; init; }
}
