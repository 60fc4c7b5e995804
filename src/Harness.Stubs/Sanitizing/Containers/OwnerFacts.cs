namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>What the members of one JSON object tell about it.</summary>
/// <param name="PairName">The label that its <c>name</c> or <c>key</c> gives to its <c>value</c>; empty where it has no such pair.</param>
/// <param name="HasFake">Whether it says that it is fake.</param>
internal sealed record OwnerFacts(OwnerTraits Traits, string PairName, bool HasFake, bool IsEmpty = false)
{
    public static readonly OwnerFacts Unknown = new(OwnerTraits.None, "", HasFake: false);
}
