using System.Buffers.Text;
using System.Text;
using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Gathers what an object's members tell about it while they are read.</summary>
internal struct OwnerDraft
{
    private const int LongestPairName = 60;
    private const int MostMembersOfPair = 5;

    private OwnerTraits _traits;
    private int _pairStart;
    private int _pairLength;
    private bool _hasValue;
    private bool _hasFake;
    private int _members;

    public void Name(LabelFacts label)
    {
        _members++;
        _hasValue |= label.Is(LabelKinds.Value);
        _hasFake |= label.Is(LabelKinds.Fake);
        _traits |= label.Tells;
    }

    public void True(LabelFacts label)
    {
        if (label.Is(LabelKinds.BuiltInSwitch))
        {
            _traits |= OwnerTraits.BuiltIn;
        }
    }

    public void Value(LabelFacts label, ReadOnlySpan<byte> utf8, int start)
    {
        if (label.Is(LabelKinds.Product) || (label.Is(LabelKinds.Publisher) && IsMicrosoft(utf8)))
        {
            _traits |= OwnerTraits.BuiltIn;
        }
        else if (label.Is(LabelKinds.PairName) && utf8.Length is > 0 and <= LongestPairName && (_pairLength == 0 || label.Is(LabelKinds.Name)))
        {
            (_pairStart, _pairLength) = (start, utf8.Length);
        }

        if (utf8.Length is 36 or 38 && label.Is(LabelKinds.OwnId) && Utf8Parser.TryParse(utf8, out Guid id, out int length, utf8.Length == 36 ? 'D' : 'B') && length == utf8.Length)
        {
            _traits |= !WellKnownIds.Contains(id) ? OwnerTraits.OwnId : label.Is(LabelKinds.PrincipalId) ? OwnerTraits.None : OwnerTraits.BuiltIn;
        }
    }

    public readonly OwnerFacts Facts(ReadOnlySpan<byte> json, JsonCache names)
    {
        // Name and value and hardly more: the name says what the value is. With more around them they are members like any other.
        bool isPair = _hasValue && _members <= MostMembersOfPair && _pairLength > 0;
        string pairName = isPair ? LabelText.Normalize(Encoding.UTF8.GetString(json.Slice(_pairStart, _pairLength))) : "";
        return new OwnerFacts(_traits | (isPair ? OwnerTraits.Pair : OwnerTraits.None), pairName.Length == 0 ? null : names.Label(pairName), _hasFake, _members == 0);
    }

    private static bool IsMicrosoft(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("Microsoft"u8) || utf8.SequenceEqual("f8cdef31-a31e-4b4a-93e4-5f571e91255a"u8);
}
