namespace Harness.Stubs.Requests;

/// <summary>A call as stub mappings see it, whatever server took it.</summary>
public interface IStubRequest
{
    string Method { get; }

    /// <summary><c>http</c> or <c>https</c>.</summary>
    string Scheme { get; }

    /// <summary>The host that is meant, without port.</summary>
    string Host { get; }

    /// <summary>As sent, not decoded, without the query; begins with a slash.</summary>
    string RawPath { get; }

    /// <summary>With its question mark, or empty.</summary>
    string QueryString { get; }

    IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Headers { get; }

    ReadOnlyMemory<byte> Body { get; }

    /// <summary>The values of one header, whatever its case; empty when it is missing.</summary>
    IReadOnlyList<string> Header(string name);
}
