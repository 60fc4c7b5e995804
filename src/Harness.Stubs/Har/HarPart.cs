namespace Harness.Stubs.Har;

/// <summary>One piece of a HAR file, small enough to hold: an entry, or a member beside the entries.</summary>
/// <param name="Utf8">The piece's own JSON, byte for byte.</param>
/// <param name="Line">Where it begins in the file, 1-based.</param>
public abstract record HarPart(ReadOnlyMemory<byte> Utf8, int Line);
