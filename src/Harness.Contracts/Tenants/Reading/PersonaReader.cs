using Harness.Contracts.Yaml;

namespace Harness.Contracts.Tenants.Reading;

/// <summary>Reads one entry of <c>personas</c>.</summary>
internal static class PersonaReader
{
    /// <summary>Stands for an application that acts by itself, and so has no name to sign in with.</summary>
    private const string ServicePrincipal = "service-principal";

    public static Persona? Read(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "a persona", TenantKeys.Persona, log) is not { } reader)
        {
            return null;
        }

        string id = reader.NeedText("id", "Add 'id:', such as global-admin") ?? "";
        Guid objectId = TenantValues.NeedGuid(reader, "objectId");
        if (!string.Equals(id, ServicePrincipal, StringComparison.Ordinal))
        {
            reader.Need("upn", "Add 'upn:' with the name it signs in with");
            reader.Need("password", "Add 'password:' with a make-believe one");
        }

        return new Persona(
            id,
            objectId,
            reader.Text("upn") ?? "",
            reader.NeedText("displayName", "Add 'displayName:'") ?? "",
            reader.Text("password") ?? "",
            reader.Texts("roles"),
            reader.Texts("traits"));
    }
}
