using System.Runtime.InteropServices;

namespace Harness.Stubs.Mappings;

/// <summary>How long a reply is held back: somewhere between the two.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StubDelay(TimeSpan Least, TimeSpan Most)
{
    /// <summary>Longer than any client waits.</summary>
    public const int MostMilliseconds = 600_000;

    public bool IsFixed => Least == Most;

    public static StubDelay Fixed(int milliseconds) => Between(milliseconds, milliseconds);

    public static StubDelay Between(int least, int most) => new(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(Math.Max(least, most)));
}
