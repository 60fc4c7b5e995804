using System.Globalization;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Made-up values that follow from a seed.</summary>
internal sealed class Draw(int seed)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly string[] Given = ["Annika", "Bertram", "Cordula", "Dietmar", "Edeltraud", "Florentin", "Gesine", "Hartmut", "Irmgard", "Joachim", "Kerstin", "Lothar"];
    private static readonly string[] Family = ["Ahrensburg", "Brockhagen", "Clausnitz", "Drewitzer", "Eickmeyer", "Falkenried", "Grotjahn", "Hellwege", "Isenbeck", "Jungclaus"];

    private readonly Random _random = new(seed);

    public int Number(int below) => _random.Next(below);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public string Text(int length, string alphabet = Alphanumeric) => string.Create(length, (_random, alphabet), (span, state) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = state.alphabet[state._random.Next(state.alphabet.Length)];
        }

        // What was drawn must look drawn: a run of letters alone is a word to anybody.
        if (span.Length > 8 && state.alphabet.Length > 30)
        {
            span[2] = '7';
            span[5] = '4';
            span[^2] = '9';
        }
    });

    public string Word(int length) => Text(length, Letters);

    public string Digits(int length) => Text(length, "123456789");

    public string Hex(int length) => Text(length, "0123456789abcdef");

    public Guid Id()
    {
        byte[] bytes = new byte[16];
        _random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    public string Base64(int bytes)
    {
        byte[] drawn = new byte[bytes];
        _random.NextBytes(drawn);
        return Convert.ToBase64String(drawn);
    }

    public string GivenName() => One(Given) + Word(3);

    public string FamilyName() => One(Family) + Word(2);

    public string Name() => $"{GivenName()} {FamilyName()}";

    public string Domain() => $"{Word(9)}{Digits(2)}.de";

    public string Upn() => $"{Word(5)}.{Word(7)}@{Domain()}";

    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"+49 {_random.Next(100, 999)} {_random.Next(100, 999)}-{_random.Next(1000, 9999)}");
}
