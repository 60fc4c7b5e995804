namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>What the members of one JSON object tell about it.</summary>
/// <param name="PairName">The label that its <c>name</c> or <c>key</c> gives to its <c>value</c>; null where it has no such pair.</param>
/// <param name="HasFake">Whether it says that it is fake.</param>
internal readonly record struct OwnerFacts(OwnerTraits Traits, LabelFacts? PairName, bool HasFake, bool IsEmpty = false);
