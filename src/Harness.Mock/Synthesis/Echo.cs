namespace Harness.Mock.Synthesis;

/// <summary>A path value that answers repeat in properties of its name.</summary>
/// <param name="NameHash">Of the name without case and punctuation.</param>
/// <param name="IsPlain">A name such as <c>id</c> or <c>name</c>, which means something else in every object: repeated at the top only.</param>
internal readonly record struct Echo(ulong NameHash, string Text, bool IsPlain);
