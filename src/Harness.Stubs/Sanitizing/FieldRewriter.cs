using System.Text.Json;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans a list of names and values: headers, cookies, a query, a form that the exporter split.</summary>
internal sealed class FieldRewriter(Scrubber scrubber, EntrySink sink)
{
    public void Rewrite(JsonElement fields, FieldPlace place)
    {
        sink.StartArray();
        foreach (JsonElement field in fields.EnumerateArray())
        {
            if (field.ValueKind == JsonValueKind.Object)
            {
                Rewrite(field, HarJson.Text(field, "name") ?? "", place);
            }
            else
            {
                sink.AnyJson(field);
            }
        }

        sink.EndArray();
    }

    private void Rewrite(JsonElement field, string name, FieldPlace place)
    {
        sink.StartObject();
        foreach (JsonProperty member in field.EnumerateObject())
        {
            string part = JsonText.NameOf(member);
            sink.Name(part);
            if (JsonText.Of(member.Value) is { } value)
            {
                sink.Text(part switch
                {
                    "name" => place is FieldPlace.Header ? value : scrubber.UsualShapes(value + "=", Field.Plain)[..^1],
                    "value" => Value(place, name, value),
                    "expires" or "sameSite" => value,
                    "path" or "domain" => scrubber.Text(value, Field.Named(FieldPlace.Header, part)),
                    _ => scrubber.Text(value, Field.Named(FieldPlace.Json, part)),
                });
            }
            else
            {
                sink.AnyJson(member.Value);
            }
        }

        sink.EndObject();
    }

    // Browsers give a query's values decoded, Playwright as they were sent.
    private string Value(FieldPlace place, string name, string value) =>
        place == FieldPlace.Header ? HeaderText.Rewrite(name, value, scrubber) : scrubber.Text(value, Field.Named(place, name));
}
