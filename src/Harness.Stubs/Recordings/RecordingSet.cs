using Harness.Stubs.Leaks;

namespace Harness.Stubs.Recordings;

/// <summary>What came of traffic: the files to write, and an account of every call.</summary>
/// <param name="Families">By id, how much each got.</param>
/// <param name="LeftOut">How many calls became no recording, by reason.</param>
/// <param name="Leaks">What is left in the files though it must not be: with any of these nothing may be written.</param>
public sealed record RecordingSet(
    IReadOnlyList<RecordingFile> Files, IReadOnlyList<FamilyRecordings> Families, IReadOnlyDictionary<LeftOut, int> LeftOut, IReadOnlyList<Leak> Leaks) : IDisposable
{
    internal Spool? Texts { get; init; }

    /// <summary>After this the files cannot be written any more.</summary>
    public void Dispose() => Texts?.Dispose();
}
