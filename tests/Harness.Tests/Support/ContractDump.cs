using System.Globalization;
using System.Text;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Support;

/// <summary>Compiled contracts as text, the same for equal contracts: schemas are numbered in the order in which they are met.</summary>
internal static class ContractDump
{
    public static string Of(CompiledContracts contracts)
    {
        var text = new StringBuilder();
        var schemas = new Dictionary<Schema, int>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<Schema>();
        text.AppendLine(contracts.ContentHash);
        contracts.Families.ToList().ForEach(f => text.AppendLine(CultureInfo.InvariantCulture, $"family {f.Id} {f.Title} {string.Join(' ', f.Hosts)}"));
        contracts.Problems.ToList().ForEach(p => text.AppendLine(p.ToString()));
        foreach (Operation o in contracts.Operations)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{o} {string.Join(' ', o.Hosts)} {o.OperationId} {o.Source} {o.Evidence} {o.Location}");
            o.Parameters.ToList().ForEach(p => text.AppendLine(CultureInfo.InvariantCulture, $"  {p.In} {p.Name} {p.Required} {Number(p.Schema)}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"  body {o.RequestBody?.Required} {Media(o.RequestBody?.Content ?? [])}");
            o.Responses.ToList().ForEach(r => text.AppendLine(CultureInfo.InvariantCulture, $"  {r.Key} {r.Status} {Media(r.Content)}"));
        }

        while (waiting.TryDequeue(out Schema? schema))
        {
            text.AppendLine(Facts(schema));
        }

        return text.ToString();

        int Number(Schema schema)
        {
            if (!schemas.TryGetValue(schema, out int number))
            {
                number = schemas.Count;
                schemas.Add(schema, number);
                waiting.Enqueue(schema);
            }

            return number;
        }

        string Media(IEnumerable<MediaContent> content) =>
            string.Join(", ", content.Select(c => $"{c.MediaType} {(c.Schema is { } s ? Number(s) : -1)}"));

        string Facts(Schema s) => string.Create(
            CultureInfo.InvariantCulture,
            $"#{Number(s)} {s.Name} {s.Types} {s.Format} {s.IsClosed} enum[{string.Join(',', s.Enum)}] {s.Discriminator} {s.Pattern} {s.MinLength}-{s.MaxLength} {s.MinItems}-{s.MaxItems} {s.UniqueItems} {s.Minimum}-{s.Maximum} {s.ExclusiveMinimum}{s.ExclusiveMaximum} {s.ReadOnly}{s.WriteOnly} props[{string.Join(',', s.Properties.Select(p => $"{p.Name}:{Number(p.Schema)}:{p.Required}"))}] items {(s.Items is { } i ? Number(i) : -1)} map {(s.MapValues is { } m ? Number(m) : -1)} one[{string.Join(',', s.OneOf.Select(Number))}] any[{string.Join(',', s.AnyOf.Select(Number))}]");
    }
}
