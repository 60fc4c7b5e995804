namespace Harness.Stubs.Templating;

/// <summary>Texts of which a template may take one by its number, or all at once.</summary>
internal sealed class TemplateValues(string whole, IEnumerable<string> parts) : List<string>(parts)
{
    public override string ToString() => whole;
}
