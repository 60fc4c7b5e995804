using System.Globalization;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Makes strings of a declared format; null for a format that says nothing about the text.</summary>
internal static class FormatTexts
{
    public static string? Of(AnswerContext context, ValuePlan plan, in Scope scope, ulong hash)
    {
        PropertyMeaning meaning = plan.Meaning;
        TenantWorld world = context.World;
        return plan.Schema.Format switch
        {
            "uuid" or "guid" => Guid(context, plan, scope, hash),
            "date-time" => WorldDates.Text(Date(context, meaning, hash)),
            "date" => Date(context, meaning, hash).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => Date(context, meaning, hash).ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "uri" or "url" or "uri-reference" => meaning.Role is ValueRole.ODataContext && context.ODataContext is { } odata
                ? odata : WorldText.Of(ValueRole.Url, world, scope.Entity, hash),
            "email" => meaning.Role is ValueRole.Mail or ValueRole.Upn or ValueRole.UserText
                ? TextValues.ByName(context, plan, scope, hash) : WorldText.Of(ValueRole.Mail, world, scope.Entity, hash),
            "hostname" => WorldText.Of(ValueRole.HostName, world, scope.Entity, hash),
            "ipv4" => WorldText.Of(ValueRole.IpAddress, world, scope.Entity, hash),
            "ipv6" => $"2001:db8::{StableHash.Hex(hash, 4)}:{StableHash.Hex(hash + 1, 4)}",
            "byte" => Convert.ToBase64String(BitConverter.GetBytes(hash)),
            "duration" => WorldText.Of(ValueRole.Duration, world, scope.Entity, hash),
            "int32" or "int64" or "integer" or "float" or "double" or "decimal" => NumberValues.Text(context, plan, scope),
            _ => null,
        };
    }

    private static DateTime Date(AnswerContext context, PropertyMeaning meaning, ulong hash) =>
        WorldDates.Of(meaning.IsDate ? meaning.Role : ValueRole.PastDate, context.Today, hash);

    private static string Guid(AnswerContext context, ValuePlan plan, in Scope scope, ulong hash)
    {
        PropertyMeaning meaning = plan.Meaning;
        if (meaning.Subject is null || (scope.Salt != 0 && meaning.Subject.Length == 0))
        {
            return StableHash.Guid(hash).ToString("D");
        }

        Entity entity = meaning.Subject.Length == 0 ? scope.Entity : context.Resolve(meaning.Subject, scope);
        return (meaning.Role is ValueRole.AppIdentity ? context.World.AppIdOf(entity)
            : entity.Kind is null ? StableHash.Guid(hash)
            : context.World.IdOf(entity)).ToString("D");
    }
}
