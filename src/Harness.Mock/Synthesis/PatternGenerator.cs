using System.Globalization;
using System.Text;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Generates text from the plain part of the regular expression language: literals, classes, groups, alternatives, repetition.</summary>
/// <remarks>What it does not know (look-around, back references, properties) ends in null; callers check the result against the real thing.</remarks>
internal sealed class PatternGenerator
{
    private const int MaxLength = 4096;
    private const int MaxNesting = 40;

    private readonly string _pattern;
    private readonly int _extra;
    private readonly StringBuilder _text = new();
    private ulong _hash;
    private int _nesting;

    private PatternGenerator(string pattern, ulong hash, int extra)
    {
        _pattern = pattern;
        _hash = hash;
        _extra = extra;
    }

    /// <param name="extra">How many more repetitions than the least an open-ended quantifier may get.</param>
    public static string? Generate(string pattern, ulong hash, int extra)
    {
        PatternGenerator generator = new(pattern, hash, extra);
        return generator.Alternatives(0, pattern.Length) ? generator._text.ToString() : null;
    }

    private int Pick(int bound)
    {
        _hash = StableHash.Mix(_hash, 1);
        return StableHash.Below(_hash, bound);
    }

    private bool Alternatives(int start, int end)
    {
        if (++_nesting > MaxNesting)
        {
            return false;
        }

        List<int> bars = [start - 1];
        for (int i = start; i < end; i = PatternSyntax.EndOfAtom(_pattern, i))
        {
            if (_pattern[i] == '|')
            {
                bars.Add(i);
            }
        }

        bars.Add(end);
        int chosen = Pick(bars.Count - 1);
        bool done = Sequence(bars[chosen] + 1, bars[chosen + 1]);
        _nesting--;
        return done;
    }

    private bool Sequence(int start, int end)
    {
        int at = start;
        while (at < end)
        {
            int atomEnd = PatternSyntax.EndOfAtom(_pattern, at);
            if (!PatternSyntax.TryQuantifier(_pattern, atomEnd, _extra, out int least, out int most, out int next))
            {
                return false;
            }

            int times = least + Pick(Math.Max(1, most - least + 1));
            for (int i = 0; i < times; i++)
            {
                if (_text.Length > MaxLength || !Atom(at, atomEnd))
                {
                    return false;
                }
            }

            at = next;
        }

        return true;
    }

    private bool Atom(int start, int end)
    {
        char c = _pattern[start];
        switch (c)
        {
            case '^' or '$':
                return true;
            case '(':
                return Group(start, end);
            case '[':
                return Emit(PatternSyntax.ClassMembers(_pattern, start, end));
            case '\\':
                return end - start > 1 && Escape(start, end);
            case '.':
                return Emit("abcdefghijklmnopqrstuvwxyz0123456789");
            default:
                _text.Append(c);
                return true;
        }
    }

    private bool Group(int start, int end)
    {
        int inner = start + 1;
        if (_pattern[inner] == '?')
        {
            int name = _pattern.IndexOf('>', inner);
            bool isNamed = _pattern[inner + 1] is '<' && _pattern[inner + 2] is not ('=' or '!') && name > 0 && name < end;
            if (_pattern[inner + 1] != ':' && !isNamed)
            {
                return false;
            }

            inner = isNamed ? name + 1 : inner + 2;
        }

        return _pattern[end - 1] == ')' && Alternatives(inner, end - 1);
    }

    private bool Escape(int start, int end)
    {
        char c = _pattern[start + 1];
        if (c is 'x' or 'u')
        {
            bool isCode = int.TryParse(_pattern.AsSpan(start + 2, end - start - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code);
            _text.Append(isCode ? (char)code : c);
            return isCode;
        }

        return c is 'A' or 'z' or 'Z' || (c is not ('b' or 'B' or 'p' or 'P' or 'k' or (>= '1' and <= '9')) && Emit(PatternSyntax.EscapeMembers(c)));
    }

    private bool Emit(string members)
    {
        if (members.Length == 0)
        {
            return false;
        }

        _text.Append(members[Pick(members.Length)]);
        return true;
    }
}
