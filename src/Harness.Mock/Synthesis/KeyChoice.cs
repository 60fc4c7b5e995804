using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Finds the property of a list's elements that a path parameter means.</summary>
internal static class KeyChoice
{
    private static readonly string[] Usual = ["id", "_id", "objectId", "identity", "guid", "key", "uniqueId", "rowKey", "userPrincipalName", "upn", "name"];

    /// <summary>Null when no property fits.</summary>
    public static SchemaProperty? Find(ListRoute list, string parameter, Schema parameterSchema)
    {
        if (parameterSchema.Enum.Count > 0 || parameterSchema.Format is "date" or "date-time")
        {
            return null;
        }

        SchemaProperty[] fitting = [.. list.Items.Properties.Where(p => Fits(p, parameterSchema) && !IsParentId(list, p))];
        PropertyMeaning meaning = PropertyMeaning.Of(parameter);
        return Array.Find(fitting, p => string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(fitting, p => PropertyMeaning.Of(p.Name).Hash == meaning.Hash)
            ?? (meaning.Role is ValueRole.DisplayName ? Named(fitting, "name") ?? Named(fitting, "displayName") : null)
            ?? Array.Find(fitting, p => IsOwnId(p, list.Kind))
            ?? Usual.Select(name => Named(fitting, name)).FirstOrDefault(p => p is not null);
    }

    private static SchemaProperty? Named(SchemaProperty[] properties, string name) =>
        Array.Find(properties, p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsOwnId(SchemaProperty property, string kind)
    {
        PropertyMeaning meaning = PropertyMeaning.Of(property.Name);
        return meaning.Role is ValueRole.Identity && (string.IsNullOrEmpty(meaning.Subject) || meaning.Subject == kind);
    }

    private static bool IsParentId(ListRoute list, SchemaProperty property) =>
        list.Path.Sites.Any(site => string.Equals(site.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(SchemaProperty property, Schema parameter)
    {
        Schema schema = property.Schema;
        JsonTypes types = schema.Types & ~JsonTypes.Null;
        // A value with slashes is no single segment of a path.
        if (schema.WriteOnly || schema.Enum.Count > 0 || schema.Pattern?.Contains('/', StringComparison.Ordinal) == true || types is not (JsonTypes.String or JsonTypes.Integer) || schema.Format is "date-time" or "date")
        {
            return false;
        }

        bool wantsText = parameter.Types == JsonTypes.None || parameter.Types.HasFlag(JsonTypes.String);
        return types == JsonTypes.Integer
            ? parameter.Format is not "uuid"
            : wantsText && (parameter.Format is not "uuid" || schema.Format == "uuid" || PropertyMeaning.Of(property.Name).Role is ValueRole.Identity);
    }
}
