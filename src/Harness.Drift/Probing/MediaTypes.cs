using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Harness.Drift.Guard;

namespace Harness.Drift.Probing;

/// <summary>Media types of answers, lower case and without parameters; a text that came before is not parsed again.</summary>
internal sealed class MediaTypes
{
    private const int Most = 1024;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Empty when the answer names none, or one that is none.</summary>
    public string Of(GuardedAnswer answer)
    {
        if (!answer.ContentHeaders.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values))
        {
            return "";
        }

        string text = values.ToString();
        if (_known.TryGetValue(text, out string? known))
        {
            return known;
        }

        string mediaType = answer.ContentHeaders.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        if (_known.Count < Most)
        {
            _known.TryAdd(text, mediaType);
        }

        return mediaType;
    }
}
