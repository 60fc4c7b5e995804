namespace Harness.Mock.Exchanges;

/// <summary>What a call is answered with. Immutable, so that one reply can serve many calls.</summary>
internal sealed record Reply(int Status, Decision Decision)
{
    public string? ContentType { get; init; }

    /// <summary>Further headers, without Content-Type and Content-Length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long the answer is held back, in real time: a long poll, a slow backend.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gives the real answer once somebody else has been asked, who may take his time. The rest of the reply says nothing then.</summary>
    public Func<CancellationToken, Task<Reply>>? Pending { get; init; }

    /// <summary>Nothing is sent: the connection is cut instead.</summary>
    public bool CutsConnection { get; init; }
}
