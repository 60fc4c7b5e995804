using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>One parameter in a path template.</summary>
/// <param name="Collection">Normalized path before it, which may be the list that its values come from; null where two parameters share a segment.</param>
/// <param name="CollectionWord">The literal right before it: <c>users</c> in <c>/users/{id}</c>, <c>sites</c> in <c>/sites('{id}')</c>.</param>
/// <param name="IsLast">Whether nothing but closing punctuation comes after it.</param>
public sealed record PathSite(string Name, string? Collection, string CollectionWord, bool IsLast)
{
    internal PropertyMeaning Meaning { get; } = PropertyMeaning.Of(Name);

    /// <summary>A name such as <c>id</c>, which means something else in every object.</summary>
    internal bool IsPlain { get; } = NameWords.Split(Name).Count < 2;

    /// <summary>Kind of what it names, from its own name or else from the word before it; null when it is no id.</summary>
    internal string? EntityKind { get; } = KindOf(Name, CollectionWord);

    private static string? KindOf(string name, string collectionWord)
    {
        PropertyMeaning meaning = PropertyMeaning.Of(name);
        bool namesItself = meaning.Role is ValueRole.Identity or ValueRole.AppIdentity or ValueRole.Upn && !string.IsNullOrEmpty(meaning.Subject);
        bool isId = meaning.Role is ValueRole.Identity or ValueRole.DisplayName || name == "0";
        string? kind = namesItself ? meaning.Subject : isId ? EntityKinds.Find(collectionWord) ?? EntityKinds.Generic(collectionWord) : null;
        return string.IsNullOrEmpty(kind) ? null : kind;
    }
}
