using System.Runtime.InteropServices;

namespace Harness.Contracts.Operations;

/// <summary>Where operations live according to one server entry: a host pattern and what stands before their paths.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ServerPlace(string Host, string BasePath);
