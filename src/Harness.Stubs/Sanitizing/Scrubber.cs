using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans one text at a time: by its name, then by what is packed in it, then by the shapes it holds.</summary>
internal sealed class Scrubber
{
    private const int MaxDepth = 12;
    private const int CacheLimit = 100_000;
    private const int CachedLength = 200;

    private readonly HashSet<string> _ids;
    private readonly LabelRule[] _labelRules;
    private readonly ShapeRule[] _shapeRules;
    private readonly DecodeRule[] _decodeRules;
    private readonly Dictionary<(FieldPlace, string), LabelRule[]> _byLabel = [];
    private readonly Dictionary<(Field, string), string> _cache = [];
    private int _depth;

    public Scrubber(SanitizerOptions options)
    {
        _ids = options.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        _labelRules = [.. options.Rules.OfType<LabelRule>()];
        _shapeRules = [.. options.Rules.OfType<ShapeRule>()];
        _decodeRules = [.. options.Rules.OfType<DecodeRule>()];
        StandIns = new Pseudonyms(options.Key);
        Identities = new Identities(StandIns, Vocabulary);
    }

    public Identities Identities { get; }

    public Pseudonyms StandIns { get; }

    public Vocabulary Vocabulary { get; } = new();

    public SanitizerReport Report { get; } = new();

    public bool Has(string rule) => _ids.Contains(rule);

    /// <summary>Everything learned counts from now on.</summary>
    public void StopLearning()
    {
        Vocabulary.Freeze();
        _cache.Clear();
        Report.Clear();
    }

    public string Text(string value, in Field field)
    {
        if (value.Length < 2)
        {
            return value;
        }

        if (value.Length > CachedLength)
        {
            return Fresh(value, field);
        }

        if (_cache.TryGetValue((field, value), out string? known))
        {
            return known;
        }

        string clean = Fresh(value, field);
        if (_cache.Count >= CacheLimit)
        {
            _cache.Clear();
        }

        _cache[(field, value)] = clean;
        return clean;
    }

    /// <summary>Cleans what is packed in the text; null if nothing is.</summary>
    public string? Unpacked(string value, in Field field)
    {
        foreach (DecodeRule rule in _decodeRules)
        {
            if (rule.Rewrite(value, field, this) is { } clean)
            {
                Count(rule, value, clean);
                return clean;
            }
        }

        return null;
    }

    /// <summary>Cleans the shapes alone, whatever is packed in the text.</summary>
    public string Shapes(string text, in Field field)
    {
        TextTraits traits = TextTraitsScan.Of(text);
        foreach (ShapeRule rule in _shapeRules)
        {
            if ((traits & rule.Needs) == rule.Needs)
            {
                string clean = rule.Replace(text, field, this);
                if (!ReferenceEquals(clean, text))
                {
                    Count(rule, text, clean);
                    text = clean;
                }

                // Its parts went through all rules, decoded; the whole would be taken for something else.
                if (rule is UrlRule && UrlRule.IsWhole(text, field))
                {
                    return text;
                }
            }
        }

        return text;
    }

    private string Fresh(string value, in Field field)
    {
        // So deep inside itself that it cannot be understood: nothing of it may stay.
        if (_depth >= MaxDepth)
        {
            return StandIns.Fake(value);
        }

        _depth++;
        try
        {
            return Labelled(value, field) ?? Unpacked(value, field) ?? Shapes(value, field);
        }
        finally
        {
            _depth--;
        }
    }

    private string? Labelled(string value, in Field field)
    {
        if (field.Label.Length == 0 && field.Place != FieldPlace.Cookie)
        {
            return null;
        }

        foreach (LabelRule rule in RulesFor(field.Place, field.Label))
        {
            if (rule.Replace(value, field, this) is { } standIn)
            {
                Count(rule, value, standIn);
                return standIn;
            }
        }

        return null;
    }

    private LabelRule[] RulesFor(FieldPlace place, string label)
    {
        if (!_byLabel.TryGetValue((place, label), out LabelRule[]? rules))
        {
            rules = [.. _labelRules.Where(r => r.Covers(place, label))];
            if (_byLabel.Count < CacheLimit)
            {
                _byLabel[(place, label)] = rules;
            }
        }

        return rules;
    }

    private void Count(SanitizerRule rule, string before, string after)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            Report.Count(rule.Id);
        }
    }
}
