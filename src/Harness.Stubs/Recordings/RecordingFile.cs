using System.Text;

namespace Harness.Stubs.Recordings;

/// <summary>A file of recordings as it is to be written; its text may lie in a spool, for one operation may have gigabytes of answers.</summary>
public sealed class RecordingFile
{
    private readonly string? _text;
    private readonly Spool? _spool;
    private readonly long _start;
    private readonly long _length;

    /// <param name="relativePath"><c>family/name.json</c>, with forward slashes.</param>
    /// <param name="recordings">How many replies it holds.</param>
    public RecordingFile(string relativePath, string text, int recordings)
    {
        RelativePath = relativePath;
        Recordings = recordings;
        _text = text;
    }

    internal RecordingFile(string relativePath, Spool spool, long start, int recordings)
    {
        RelativePath = relativePath;
        Recordings = recordings;
        _spool = spool;
        _start = start;
        _length = spool.Length - start;
    }

    public string RelativePath { get; }

    public int Recordings { get; }

    /// <summary>All of it, for those who know that it is short.</summary>
    public string Text => _text ?? Encoding.UTF8.GetString(_spool!.Read(_start, checked((int)_length)));

    public void WriteTo(Stream target)
    {
        if (_spool is not null)
        {
            _spool.CopyTo(target, _start, _length);
        }
        else
        {
            target.Write(Encoding.UTF8.GetBytes(_text!));
        }
    }
}
