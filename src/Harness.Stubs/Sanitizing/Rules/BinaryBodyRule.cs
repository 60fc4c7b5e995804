namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class BinaryBodyRule : PartRule
{
    public const string Name = "SAN-043";

    public override string Id => Name;

    public override string Catches => "bodies that are no text: pictures, fonts, archives, unknown bytes";

    public override string Example => "image/png, application/zip";

    public override string StandIn => "a picture of one pixel, or a few bytes that say so";
}
