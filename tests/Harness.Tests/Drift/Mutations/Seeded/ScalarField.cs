using System.Text.Json;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>A plain value of one form.</summary>
internal sealed record ScalarField(ScalarForm Form) : Field
{
    /// <summary>The vocabulary of a word; the first is the most frequent.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public bool IsText => Form is not (ScalarForm.Boolean or ScalarForm.Integer or ScalarForm.Fraction or ScalarForm.EpochSeconds);

    public override void Write(Utf8JsonWriter writer, Dice dice)
    {
        switch (Form)
        {
            case ScalarForm.Boolean:
                writer.WriteBooleanValue(dice.Below(2, 4) == 0);
                break;
            case ScalarForm.Integer:
                writer.WriteNumberValue(dice.Below(5000, 4));
                break;
            case ScalarForm.Fraction:
                // Serializers write a whole fraction without its point.
                writer.WriteNumberValue(dice.Below(5, 5) == 0 ? dice.Below(100, 4) : dice.Below(100_000, 4) / 8.0);
                break;
            case ScalarForm.EpochSeconds:
                writer.WriteNumberValue(1_700_000_000L + dice.Below(80_000_000, 4));
                break;
            default:
                writer.WriteStringValue(ScalarTexts.Of(this, dice));
                break;
        }
    }
}
