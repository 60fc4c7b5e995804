using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Makes strings: the format decides, then the pattern, then what the name says, then the length.</summary>
internal static class TextValues
{
    public static string Make(AnswerContext context, ValuePlan plan, in Scope scope)
    {
        if (context.Echoes.Count > 0 && Echoes.Find(context, plan, scope) is { } echo)
        {
            return echo;
        }

        Schema schema = plan.Schema;
        ulong hash = scope.HashOf(plan.Meaning);
        string text = schema.Format is null ? ByName(context, plan, scope, hash) : FormatTexts.Of(context, plan, scope, hash) ?? ByName(context, plan, scope, hash);
        if (schema.Pattern is not null)
        {
            return PatternTexts.Fit(schema, text, hash);
        }

        return schema.MinLength is null && schema.MaxLength is null ? text : TextLength.Fit(schema, text, hash);
    }

    /// <summary>What the property's name says, whatever the schema thinks of it.</summary>
    public static string ByName(AnswerContext context, ValuePlan plan, in Scope scope, ulong hash)
    {
        PropertyMeaning meaning = plan.Meaning;
        if (meaning.IsDate)
        {
            return WorldDates.Text(WorldDates.Of(meaning.Role, context.Today, hash));
        }

        if (meaning.Role is ValueRole.ODataContext && context.ODataContext is not null)
        {
            return context.ODataContext;
        }

        if (context.World.Tenant.Regions.Count > 0 && TenantFacts.Find(context.World.Tenant, meaning.Name) is { } fact)
        {
            return fact;
        }

        Entity entity = SubjectOf(context, meaning, scope);
        bool isAnotherOne = scope.Salt != 0 && meaning.Role is ValueRole.Identity && entity == scope.Entity;
        return isAnotherOne ? StableHash.Guid(hash).ToString("D") : WorldText.Of(meaning.Role, context.World, entity, hash);
    }

    private static Entity SubjectOf(AnswerContext context, PropertyMeaning meaning, in Scope scope) =>
        string.IsNullOrEmpty(meaning.Subject) ? scope.Entity : context.Resolve(meaning.Subject, scope);
}
