using System.Diagnostics.CodeAnalysis;

namespace Harness.Contracts.Access;

/// <summary>Compares the texts of tokens and tickets, for remembering those that were found good.</summary>
/// <remarks>
/// They are thousands of characters long and end in a signature, so their last characters tell them apart as well as all of them would.
/// Only texts that we signed are remembered, so nobody can fill one bucket on purpose.
/// </remarks>
public sealed class CredentialComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    public static readonly CredentialComparer Instance = new();

    private const int Tail = 32;

    private CredentialComparer()
    {
    }

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<char> alternate, string other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<char> alternate) => string.GetHashCode(alternate[Math.Max(0, alternate.Length - Tail)..], StringComparison.Ordinal);

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
}
