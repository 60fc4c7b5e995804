using System.Buffers;
using System.Net.Http.Headers;

namespace Harness.Drift.Guard;

/// <summary>An answer in a rented buffer. It must be disposed of, and nothing of its body may be kept.</summary>
public sealed class GuardedAnswer : IDisposable
{
    private readonly HttpResponseMessage _response;
    private byte[]? _buffer;

    internal GuardedAnswer(HttpResponseMessage response, byte[]? buffer, int length, bool isTooLarge)
    {
        _response = response;
        _buffer = buffer;
        Length = length;
        IsTooLarge = isTooLarge;
    }

    public int Status => (int)_response.StatusCode;

    public int Length { get; }

    /// <summary>The body was longer than what is read, and its end is missing.</summary>
    public bool IsTooLarge { get; }

    public ReadOnlySpan<byte> Body => _buffer is null ? [] : _buffer.AsSpan(0, Length);

    internal ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    internal HttpResponseHeaders Headers => _response.Headers;

    internal HttpContentHeaders ContentHeaders => _response.Content.Headers;

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer, clearArray: false);
        }

        _response.Dispose();
    }
}
