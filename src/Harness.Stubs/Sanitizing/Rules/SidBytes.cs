using System.Buffers.Binary;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Reads the four numbers that a cloud SID makes of an id's bytes.</summary>
internal static class SidBytes
{
    public static uint ToUInt32(this Span<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
