namespace Harness.Contracts.Schemas;

/// <summary>One way in which a document breaks its schema.</summary>
/// <param name="Pointer">JSON pointer into the document; empty for the document itself.</param>
/// <param name="What">What is wrong there, without a final period.</param>
public sealed record SchemaViolation(string Pointer, string What)
{
    public override string ToString() => $"{(Pointer.Length == 0 ? "(document)" : Pointer)}: {What}";
}
