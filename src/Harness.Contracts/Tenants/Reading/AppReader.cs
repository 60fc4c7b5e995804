using Harness.Contracts.Yaml;

namespace Harness.Contracts.Tenants.Reading;

/// <summary>Reads one entry of <c>apps</c>.</summary>
internal static class AppReader
{
    public static AppRegistration? Read(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "an app", TenantKeys.App, log) is not { } reader)
        {
            return null;
        }

        return new AppRegistration(
            TenantValues.NeedGuid(reader, "clientId"),
            reader.NeedText("name", "Add 'name:'") ?? "",
            reader.Texts("traits"),
            reader.Text("secret"),
            ReadCertificate(reader),
            reader.List("redirectUris", ReadAddress),
            reader.List("permissions", ReadPermission))
        {
            Requested = reader.List("requested", ReadPermission),
            Roles = reader.Texts("roles"),
            AssignedTo = reader.Texts("assignedTo"),
        };
    }

    private static string? ReadCertificate(NodeReader reader)
    {
        if (reader.Text("certificate") is not { } pem)
        {
            return null;
        }

        if (!PemBlock.IsIn(pem, "CERTIFICATE") || !PemBlock.HasPrivateKey(pem))
        {
            reader.Log.Add(
                reader.Find("certificate")!,
                $"'certificate' of {reader.What} is no certificate with its private key",
                "Put both there as PEM, in a '|' block");
        }

        return pem;
    }

    private static string? ReadAddress(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.IsScalar(node) && Uri.TryCreate(node.Value, UriKind.Absolute, out _))
        {
            return node.Value;
        }

        log.Add(node, $"'{node.Value}' is no redirect address", "Write it whole, such as http://localhost");
        return null;
    }

    private static string? ReadPermission(LocatedNode node, ProblemLog log)
    {
        int slash = node.Value.LastIndexOf('/');
        if (NodeReader.IsScalar(node) && slash > 0 && slash < node.Value.Length - 1)
        {
            return node.Value;
        }

        log.Add(node, $"'{node.Value}' is no permission", "Write audience/permission, such as https://manage.office.com/ActivityFeed.Read");
        return null;
    }
}
