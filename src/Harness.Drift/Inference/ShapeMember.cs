using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>A member that objects at some place were seen with.</summary>
public sealed class ShapeMember
{
    private readonly MemberName _name;

    internal ShapeMember(MemberName name, ShapeNode node)
    {
        _name = name;
        Node = node;
    }

    public string Name => _name.Text;

    public ShapeNode Node { get; }

    internal byte[] Utf8Name => _name.Utf8;

    internal JsonEncodedText JsonName => _name.Json;
}
