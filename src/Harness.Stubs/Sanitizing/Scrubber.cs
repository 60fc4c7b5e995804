using System.Text.RegularExpressions;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans one text at a time: by its name, then by what is packed in it, then by the shapes it holds.</summary>
internal sealed class Scrubber
{
    private const int MaxDepth = 24;
    private const int CacheLimit = 100_000;
    private const int CachedLength = 200;
    private const int IdLength = 36;
    private const int LongCacheLimit = 2000;
    private const int LongCachedLength = 8000;

    private readonly HashSet<string> _ids;
    private readonly LabelRule[] _labelRules;
    private readonly ShapeRule[] _shapeRules;
    private readonly ShapeRule[] _learningRules;
    private readonly DecodeRule[] _decodeRules;
    private readonly Dictionary<(FieldPlace, string), LabelRule[]> _byLabel = [];
    private readonly Dictionary<TextTraits, ShapeRule[]> _byTraits = [];
    private readonly Dictionary<(Field, string), string> _cache = [];
    private readonly Dictionary<(Field, string), string> _longCache = [];
    private readonly Dictionary<(Field, string), string> _shapeCache = [];
    private int _depth;

    private delegate string Cleaning(string value, in Field field);

    public Scrubber(SanitizerOptions options)
    {
        _ids = options.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        _labelRules = [.. options.Rules.OfType<LabelRule>()];
        _shapeRules = [.. options.Rules.OfType<ShapeRule>()];
        _learningRules = [.. _shapeRules.Where(r => r.Learns)];
        _decodeRules = [.. options.Rules.OfType<DecodeRule>()];
        StandIns = new Pseudonyms(options.Key);
        Json = new JsonCache(this);
        Identities = new Identities(StandIns, Vocabulary);
    }

    public Identities Identities { get; }

    public Pseudonyms StandIns { get; }

    public Vocabulary Vocabulary { get; } = new();

    public SanitizerReport Report { get; } = new();

    public JsonCache Json { get; }

    /// <summary>Whether what is cleaned now is thrown away: it is read for what it tells.</summary>
    public bool IsLearning { get; private set; } = true;

    public bool Has(string rule) => _ids.Contains(rule);

    /// <summary>Everything learned counts from now on.</summary>
    public void StopLearning()
    {
        IsLearning = false;
        Vocabulary.Freeze();
        Json.Clear();
        _byTraits.Clear();
        _cache.Clear();
        _longCache.Clear();
        _shapeCache.Clear();
        Report.Clear();
    }

    public string Text(string value, in Field field)
    {
        if (value.Length < 2)
        {
            return value;
        }

        return value.Length <= CachedLength ? Remembered(_cache, CacheLimit, value, field, Fresh)
            : value.Length <= LongCachedLength ? Remembered(_longCache, LongCacheLimit, value, field, Fresh)
            : Fresh(value, field);
    }

    /// <summary>The same as <see cref="Text"/>, for a text that the caller remembers.</summary>
    public string Once(string value, in Field field) => value.Length < 2 ? value : Fresh(value, field);

    /// <summary>Whether a rule that knows values by their names has its say about ids under this one.</summary>
    public bool RulesIds(FieldPlace place, string label) => Array.Exists(RulesFor(place, label), r => !r.LeavesIds);

    /// <summary>The same as <see cref="Shapes"/>, for texts that come again and again.</summary>
    public string UsualShapes(string text, in Field field) => text.Length <= CachedLength ? Remembered(_shapeCache, CacheLimit, text, field, Shapes) : Shapes(text, field);

    /// <summary>Cleans what is packed in the text; null if nothing is.</summary>
    public string? Unpacked(string value, in Field field)
    {
        foreach (DecodeRule rule in _decodeRules)
        {
            if (InTime(rule, value, field) is { } clean)
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
        // So deep inside itself that it cannot be understood: nothing of it may stay.
        if (_depth >= MaxDepth)
        {
            return StandIns.Fake(text);
        }

        if (PlainShape.IsDate(text))
        {
            return text;
        }

        if (text.Length == IdLength && Has(GuidRule.Name) && Guid.TryParseExact(text, "D", out _))
        {
            return Id(text);
        }

        _depth++;
        try
        {
            return Shaped(text, field);
        }
        catch (RegexMatchTimeoutException)
        {
            // Nobody's data takes seconds to look through.
            return StandIns.Fake(text);
        }
        finally
        {
            _depth--;
        }
    }

    private string Id(string text)
    {
        string clean = IsLearning ? text : GuidRule.StandInFor(text, this);
        if (!ReferenceEquals(clean, text))
        {
            Report.Count(GuidRule.Name);
        }

        return clean;
    }

    private string Shaped(string text, in Field field)
    {
        foreach (ShapeRule rule in RulesFor(TextTraitsScan.Of(text)))
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

        return text;
    }

    private ShapeRule[] RulesFor(TextTraits traits)
    {
        if (!_byTraits.TryGetValue(traits, out ShapeRule[]? rules))
        {
            rules = [.. (IsLearning ? _learningRules : _shapeRules).Where(r => r.MayFind(traits))];
            _byTraits[traits] = rules;
        }

        return rules;
    }

    private static string Remembered(Dictionary<(Field, string), string> cache, int limit, string value, in Field field, Cleaning clean)
    {
        if (cache.TryGetValue((field, value), out string? known))
        {
            return known;
        }

        string fresh = clean(value, field);
        if (cache.Count >= limit)
        {
            cache.Clear();
        }

        cache[(field, value)] = fresh;
        return fresh;
    }

    private string? InTime(DecodeRule rule, string value, in Field field)
    {
        try
        {
            return rule.Rewrite(value, field, this);
        }
        catch (RegexMatchTimeoutException)
        {
            return StandIns.Fake(value);
        }
    }

    private string Fresh(string value, in Field field)
    {
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
