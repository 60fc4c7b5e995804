using System.Collections.Concurrent;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Synthesis;

/// <summary>Answers that were made up once. They depend on operation, path and day only, so the same call gets the same bytes without making them again.</summary>
internal sealed class AnswerCache(int operations)
{
    private const int MostEntries = 8192;
    private const long MostBytes = 24 * 1024 * 1024;

    private readonly Reply?[] _withoutParameters = new Reply?[operations];
    private readonly ConcurrentDictionary<(int Operation, string Path, string? Accept), Reply> _withParameters = new();
    private long _bytes;

    public Reply? Find(int operation, string path, string? accept, bool hasParameters)
    {
        if (!hasParameters && accept is null)
        {
            return Volatile.Read(ref _withoutParameters[operation]);
        }

        return _withParameters.GetValueOrDefault((operation, path, accept));
    }

    public void Keep(int operation, string path, string? accept, bool hasParameters, Reply reply)
    {
        if (!hasParameters && accept is null)
        {
            Volatile.Write(ref _withoutParameters[operation], reply);
            return;
        }

        if (_withParameters.Count >= MostEntries || Interlocked.Add(ref _bytes, reply.Body.Length + path.Length + (accept?.Length ?? 0)) > MostBytes)
        {
            _withParameters.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }

        _withParameters[(operation, path, accept)] = reply;
    }
}
