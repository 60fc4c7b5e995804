using System.Text;
using System.Text.Json;
using Harness.Contracts.Schemas;
using Harness.Drift.Inference;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Tells what form a text of the mock's has, so that further ones can be made.</summary>
internal static class ScalarForms
{
    public static ScalarField OfText(string sample, Schema? schema)
    {
        string[] words = [.. (schema?.Enum ?? []).Where(e => e.StartsWith('"')).Select(e => JsonSerializer.Deserialize<string>(e)!).Where(w => w.Length > 0).Take(12)];
        if (words.Length > 0)
        {
            return new ScalarField(ScalarForm.Word) { Words = words };
        }

        return new ScalarField(TextFormats.Of(Encoding.UTF8.GetBytes(sample)) switch
        {
            Tally.Uuid => ScalarForm.Uuid,
            Tally.DateTimeUtc => ScalarForm.DateTimeUtc,
            Tally.DateTimeOffset => ScalarForm.DateTimeOffset,
            Tally.DateTimeLocal => ScalarForm.DateTimeLocal,
            Tally.Date => ScalarForm.Date,
            Tally.Uri => ScalarForm.Uri,
            Tally.Email => ScalarForm.Email,
            Tally.IntegerText => ScalarForm.IntegerText,
            Tally.ResourceId => ScalarForm.ResourceId,
            Tally.Duration => ScalarForm.Duration,
            Tally.EmptyText => ScalarForm.EmptyText,
            _ => ScalarForm.Text,
        });
    }
}
