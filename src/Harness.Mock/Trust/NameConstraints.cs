using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Operations;

namespace Harness.Mock.Trust;

/// <summary>RFC 5280, 4.2.1.10: the only names that the development authority can vouch for, so that a stolen key is worth little.</summary>
internal static class NameConstraints
{
    public const string Oid = "2.5.29.30";

    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag IpAddress = new(TagClass.ContextSpecific, 7);

    /// <summary>Address and mask: loopback, of both families.</summary>
    private static readonly byte[][] Loopback =
    [
        [127, 0, 0, 0, 255, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
    ];

    /// <summary>The names that hosts lie under: a constraint covers whole labels, so a template gives its literal parents.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<HostPattern> hosts) =>
        [.. hosts.Select(NameOf).Append("localhost").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static X509Extension Write(IReadOnlyList<string> names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (string name in names)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
                }
            }

            foreach (byte[] address in Loopback)
            {
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(address, IpAddress);
                }
            }
        }

        return new X509Extension(Oid, writer.Encode(), critical: true);
    }

    /// <summary>The DNS names that a certificate is constrained to.</summary>
    public static IReadOnlyList<string> Read(X509Certificate2 certificate)
    {
        if (certificate.Extensions[Oid] is not { } extension)
        {
            return [];
        }

        List<string> names = [];
        AsnReader subtrees = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(Permitted);
        while (subtrees.HasData)
        {
            AsnReader subtree = subtrees.ReadSequence();
            if (subtree.PeekTag().HasSameClassAndValue(DnsName))
            {
                names.Add(subtree.ReadCharacterString(UniversalTagNumber.IA5String, DnsName));
            }
        }

        return names;
    }

    private static string NameOf(HostPattern host)
    {
        if (host.Variable is null)
        {
            return host.Text;
        }

        string tail = host.Text[(host.Text.IndexOf('}', StringComparison.Ordinal) + 1)..];
        return tail[(tail.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }
}
