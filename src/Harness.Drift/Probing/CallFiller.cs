using Harness.Drift.Guard;
using Harness.Drift.Harvest;
using Harness.Drift.Planning;

namespace Harness.Drift.Probing;

/// <summary>Fills addresses: one call for what needs no ids, up to so many for what can be asked about several objects.</summary>
internal sealed class CallFiller(HarvestStore store, ObjectKeys keys, int samples)
{
    /// <summary>Empty when a parameter has no value.</summary>
    public IReadOnlyList<FilledCall> Fill(PlannedProbe probe)
    {
        if (probe.Values.Count == 0)
        {
            return [new FilledCall(probe, 0, probe.Template.Fill(_ => ""), [], FilledCall.NoValues, "")];
        }

        var calls = new List<FilledCall>();
        foreach (IReadOnlyDictionary<string, string> values in Choices(probe).Take(probe.UsesForeignIds ? samples : 1))
        {
            IEnumerable<KeyValuePair<string, string>> query = probe.Values.Where(v => v.In == "query").Select(v => KeyValuePair.Create(v.Name, values[v.Name]));
            string[] ids = [.. probe.Values.Where(v => v.Source is not null).Select(v => values[v.Name])];
            calls.Add(new FilledCall(probe, calls.Count, probe.Template.Fill(n => values[n]), [.. query], values, ids.Length == 0 ? "" : keys.Of(ids)));
        }

        return calls;
    }

    // The value found last in the chain decides, for it knows for which other values it was listed.
    private IEnumerable<IReadOnlyDictionary<string, string>> Choices(PlannedProbe probe)
    {
        PlannedValue[] foreign = [.. probe.Values.Where(v => v.Source is not null)];
        if (foreign.Length == 0)
        {
            return Complete(probe, FilledCall.NoValues) is { } known ? [known] : [];
        }

        var found = foreign.Select(v => (Value: v, Values: store.Values(v.Source!))).ToList();
        (PlannedValue leading, IReadOnlyList<HarvestedValue> values) = found.MaxBy(f => f.Values.Count == 0 ? -1 : f.Values[0].With.Count);
        IEnumerable<IReadOnlyDictionary<string, string>> starts = values.Count > 0
            ? values.Select(v => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(v.With, StringComparer.OrdinalIgnoreCase) { [leading.Name] = v.Text })
            : [FilledCall.NoValues];
        return starts.Select(s => Complete(probe, s)).OfType<IReadOnlyDictionary<string, string>>();
    }

    private Dictionary<string, string>? Complete(PlannedProbe probe, IReadOnlyDictionary<string, string> start)
    {
        var values = new Dictionary<string, string>(start, StringComparer.OrdinalIgnoreCase);
        foreach (PlannedValue wanted in probe.Values.Where(v => !values.ContainsKey(v.Name)))
        {
            string? text = wanted.Source is { } source && store.Values(source) is [{ } harvested, ..] ? harvested.Text : wanted.Values is [{ } known, ..] ? known : null;
            if (text is null || (wanted.In == "path" && AddressRules.Mistake(text) is not null))
            {
                return null;
            }

            values[wanted.Name] = text;
        }

        return values;
    }
}
