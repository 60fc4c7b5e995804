namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>One kind of value that must not survive.</summary>
/// <param name="Label">The name that it stands under where it has one.</param>
/// <param name="HasShape">Whether its shape gives it away without the name.</param>
/// <param name="Make">Draws a value, and the parts of it that would be a leak each.</param>
internal sealed record SecretKind(string Name, string Label, bool HasShape, Func<Draw, Secret> Make)
{
    public override string ToString() => Name;
}
