namespace Harness.Stubs.Har;

/// <summary>A member of a HAR file that is not the entries: version, creator, pages, or something nobody here knows and everybody keeps.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="InLog">Whether it stands in <c>log</c> or beside it.</param>
public sealed record HarMember(string Name, bool InLog, ReadOnlyMemory<byte> Utf8, int Line) : HarPart(Utf8, Line);
