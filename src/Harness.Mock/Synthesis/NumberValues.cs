using System.Globalization;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Writes numbers: ids, counts, times since 1970, percentages, each within the schema's bounds.</summary>
internal static class NumberValues
{
    public static void Write(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        AnswerContext context = writer.Context;
        if (Echoes.Find(context, plan, scope) is { } echo)
        {
            writer.Json.WriteRawValue(echo, skipInputValidation: true);
            return;
        }

        ulong hash = scope.HashOf(plan.Meaning);
        bool isWhole = plan.Kind == ValueKind.Integer || plan.Meaning.Role is ValueRole.Identity or ValueRole.Count || plan.Meaning.IsDate;
        if (isWhole && NumberBounds.Whole(plan.Schema) is { } whole)
        {
            writer.Json.WriteNumberValue(whole.Fit(Wish(context, plan, scope, hash)));
            return;
        }

        (long low, long high) = WorldNumbers.RangeOf(plan.Meaning.Role, context.Today);
        writer.Json.WriteNumberValue(NumberBounds.Fraction(plan.Schema, low, high, hash));
    }

    public static void WriteCount(DocumentWriter writer, ValuePlan plan, int count) =>
        writer.Json.WriteNumberValue(NumberBounds.Whole(plan.Schema) is { } bounds ? bounds.Fit(count) : count);

    /// <summary>The same value as text, for strings that hold numbers.</summary>
    public static string Text(AnswerContext context, ValuePlan plan, in Scope scope) =>
        Wish(context, plan, scope, scope.HashOf(plan.Meaning)).ToString(CultureInfo.InvariantCulture);

    private static long Wish(AnswerContext context, ValuePlan plan, in Scope scope, ulong hash)
    {
        PropertyMeaning meaning = plan.Meaning;
        if (meaning.Role is ValueRole.Identity && scope.Salt == 0)
        {
            return context.World.NumberOf(string.IsNullOrEmpty(meaning.Subject) ? scope.Entity : context.Resolve(meaning.Subject, scope));
        }

        if (meaning.IsDate)
        {
            long seconds = new DateTimeOffset(WorldDates.Of(meaning.Role, context.Today, hash), TimeSpan.Zero).ToUnixTimeSeconds();
            return plan.Schema.Format == "int32" ? seconds : seconds * 1000;
        }

        (long low, long high) = WorldNumbers.RangeOf(meaning.Role, context.Today);
        return low + StableHash.Below(hash, (int)Math.Min(int.MaxValue, high - low + 1));
    }
}
