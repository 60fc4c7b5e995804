namespace Harness.Tests.Support;

/// <summary>One request as it came over the wire.</summary>
internal sealed record SentRequest(string Line, IReadOnlyList<string> Headers, int BodyLength)
{
    public string Method => Line.Split(' ')[0];

    public string Target => Line.Split(' ')[1];

    public bool IsControl => Target.StartsWith("/__harness/", StringComparison.Ordinal);
}
