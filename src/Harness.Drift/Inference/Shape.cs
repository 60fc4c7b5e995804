namespace Harness.Drift.Inference;

/// <summary>What has been learned about one JSON document or a set of them: which members, which types, how often; never a value.</summary>
/// <remarks>Merging is adding up: in any order, in any grouping, the same shape comes out. A shape does not change once it is handed out.</remarks>
public sealed class Shape
{
    public static readonly Shape Empty = new() { Documents = 0, Root = new ShapeNode() };

    /// <summary>How many documents it was learned from.</summary>
    public required long Documents { get; init; }

    public required ShapeNode Root { get; init; }

    /// <summary>Both together, as if all their documents had been read into one.</summary>
    public static Shape Merge(Shape left, Shape right) => MergeAll([left, right]);

    public static Shape MergeAll(IEnumerable<Shape> shapes)
    {
        var root = new ShapeNode();
        long documents = 0;
        foreach (Shape shape in shapes)
        {
            documents += shape.Documents;
            root.Absorb(shape.Root);
        }

        return new Shape { Documents = documents, Root = root };
    }
}
