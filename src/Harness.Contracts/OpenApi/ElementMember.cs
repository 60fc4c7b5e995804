using System.Runtime.InteropServices;

namespace Harness.Contracts.OpenApi;

/// <summary>A member of an OpenAPI object: its form, and for elements their kind.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ElementMember(MemberForm Form, ElementKind Kind = default);
