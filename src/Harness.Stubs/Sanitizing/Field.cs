namespace Harness.Stubs.Sanitizing;

/// <summary>What is known about a value besides its text.</summary>
/// <param name="Label">The value's name in lower-case letters and digits; empty where it has none.</param>
/// <param name="Owner">What the object that holds it seems to be.</param>
public readonly record struct Field(FieldPlace Place, string Label, OwnerTraits Owner = OwnerTraits.None)
{
    public static readonly Field Plain = new(FieldPlace.Text, "");

    /// <summary>A field by its name as it is written.</summary>
    public static Field Named(FieldPlace place, string name, OwnerTraits owner = OwnerTraits.None) => new(place, LabelText.Normalize(name), owner);
}
