namespace Harness.Drift.Inference;

/// <summary>A word that values at one place were seen to be, and how often.</summary>
public sealed class Literal
{
    internal Literal(byte[] utf8, long count)
    {
        Utf8 = utf8;
        Count = count;
    }

    public string Text => System.Text.Encoding.UTF8.GetString(Utf8);

    public long Count { get; internal set; }

    internal byte[] Utf8 { get; }
}
