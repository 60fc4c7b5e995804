using System.Buffers;

namespace Harness.Stubs.Sanitizing;

/// <summary>Sets of characters, made ready for searching.</summary>
internal static class CharSets
{
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    public static readonly SearchValues<char> DateParts = SearchValues.Create("0123456789-:.+TZ");
    public static readonly SearchValues<char> NoName = SearchValues.Create("/.:@{ ");
    public static readonly SearchValues<char> Telling = SearchValues.Create(" -_0123456789");
    public static readonly SearchValues<char> Spaced = SearchValues.Create(" -0123456789");
    public static readonly SearchValues<char> Joints = SearchValues.Create("-_~+/=");
    public static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");
    public static readonly SearchValues<char> Callback = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.*/");
    public static readonly SearchValues<char> Mark = SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567");
    public static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except("\r\n\t")]);
    public static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
}
