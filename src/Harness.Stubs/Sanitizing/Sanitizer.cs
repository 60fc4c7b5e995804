using System.Buffers;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing;

/// <summary>
/// Takes secrets and people out of recorded calls, and puts stand-ins in that are the same wherever the same value stood.
/// Every piece is shown to <see cref="Learn(HarPart)"/> first, in any order, and then to <see cref="Clean(HarPart)"/>: what stands under a telling name
/// in one answer stands in another's free text.
/// </summary>
public sealed class Sanitizer
{
    /// <summary>Goes into what is written, so that a reader knows what made it.</summary>
    public const string Version = "1";

    private readonly Scrubber _scrubber;
    private readonly EntryRewriter _entries;
    private readonly BodyScrubber _bodies;
    private bool _isLearning = true;

    public Sanitizer(SanitizerOptions options)
    {
        _scrubber = new Scrubber(options);
        _entries = new EntryRewriter(_scrubber);
        _bodies = new BodyScrubber(_scrubber);
    }

    /// <summary>What was replaced since the first cleaning.</summary>
    public SanitizerReport Report => _scrubber.Report;

    /// <exception cref="InvalidOperationException">Something was cleaned already.</exception>
    public void Learn(HarPart part)
    {
        if (!_isLearning)
        {
            throw new InvalidOperationException("What is learned after the first cleaning would be missing in it.");
        }

        Rewrite(part);
    }

    /// <summary>Learns from a side file.</summary>
    public void Learn(byte[] body, string mediaType) => _ = _bodies.Bytes(body, mediaType);

    /// <summary>The piece with stand-ins. Nothing of a piece that cannot be understood is let through.</summary>
    public HarPart Clean(HarPart part)
    {
        StopLearning();
        if (part is HarEntry)
        {
            Report.Entries++;
        }

        return Rewrite(part);
    }

    public HarEntry Clean(HarEntry entry) => (HarEntry)Clean((HarPart)entry);

    /// <summary>A side file's content with stand-ins.</summary>
    public byte[] Clean(byte[] body, string mediaType)
    {
        StopLearning();
        return _bodies.Bytes(body, mediaType);
    }

    /// <summary>Any text with stand-ins.</summary>
    /// <param name="label">The name that the text stands under; empty if none.</param>
    public string Clean(string text, string label = "")
    {
        StopLearning();
        return _scrubber.Text(text, Field.Named(FieldPlace.Json, label));
    }

    /// <summary>The name under which a side file is written.</summary>
    public string CleanFileName(string name) => SideFileText.Clean(name, _scrubber);

    private void StopLearning()
    {
        if (_isLearning)
        {
            _isLearning = false;
            _scrubber.StopLearning();
        }
    }

    private HarPart Rewrite(HarPart part)
    {
        if (part is HarMember member)
        {
            var written = new ArrayBufferWriter<byte>();
            bool isOther = member.Name is not "version" && JsonRewriter.Rewrite(part.Utf8.Span, written, _scrubber, isToken: false, LabelText.Normalize(member.Name));
            return isOther ? member with { Utf8 = written.WrittenMemory } : part;
        }

        ReadOnlyMemory<byte> clean = _entries.Rewrite(part.Utf8);
        return _scrubber.IsLearning ? part : part with { Utf8 = clean };
    }
}
