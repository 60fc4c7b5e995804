using Harness.Contracts.Operations;
using Harness.Stubs.Har;

namespace Harness.Stubs.Recordings;

/// <summary>One sanitized call and its reply, with the operation it belongs to.</summary>
/// <param name="Operation">What the contract calls it.</param>
/// <param name="Host">As recorded, sanitized.</param>
/// <param name="Path">As sent, without the query.</param>
/// <param name="Body">The reply's body, unpacked.</param>
public sealed record RecordedCall(
    Operation Operation, string Host, string Path, IReadOnlyList<HarField> Query, int Status, string ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset At)
{
    public string Family => Operation.Family;

    /// <summary><c>METHOD path template</c>.</summary>
    public string OperationName => $"{Operation.Method} {Operation.Path}";
}
