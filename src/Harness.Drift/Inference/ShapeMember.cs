using System.Text;

namespace Harness.Drift.Inference;

/// <summary>A member that objects at some place were seen with.</summary>
public sealed class ShapeMember
{
    internal ShapeMember(byte[] utf8Name, ShapeNode node)
    {
        Utf8Name = utf8Name;
        Name = Encoding.UTF8.GetString(utf8Name);
        Node = node;
    }

    public string Name { get; }

    public ShapeNode Node { get; }

    internal byte[] Utf8Name { get; }
}
