using Harness.Stubs.Sanitizing.Known;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class PublicIdRule : LabelRule
{
    public override string Id => "SAN-024";

    public override string Catches => "nothing: it learns which ids are everybody's, from the names they stand under";

    public override string Example => "skuId: 06ebc4ee-...";

    public override string StandIn => "the id itself";

    public override bool Covers(FieldPlace place, string label) =>
        label is "skuid" or "serviceplanid" or "roletemplateid" or "productskuid" or "serviceplanguid" or "disabledplans" or "templateid" or "accountskuguid" or "xmsmacappid"
        || (label is "wids" && place == FieldPlace.Json);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (Guid.TryParse(value, out Guid id) && !WellKnownIds.Contains(id))
        {
            scrubber.Vocabulary.LearnPublic(id);
            return value;
        }

        return null;
    }
}
