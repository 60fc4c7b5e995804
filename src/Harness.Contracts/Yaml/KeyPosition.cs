using System.Runtime.InteropServices;

namespace Harness.Contracts.Yaml;

/// <summary>Where a mapping's key stands, so that "unknown key" can point at it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KeyPosition(int Line, int Column);
