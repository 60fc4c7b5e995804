using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Harness.Mock.Digests;

/// <summary>What a site says of itself when it mints a digest, in each of the forms that a caller may accept.</summary>
internal sealed record SiteContext(string Url, string Digest, int TimeoutSeconds)
{
    private const string LibraryVersion = "16.0.26127.12008";

    private static readonly string[] SchemaVersions = ["14.0.0.0", "15.0.0.0"];
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly XNamespace Data = "http://schemas.microsoft.com/ado/2007/08/dataservices";
    private static readonly XNamespace Metadata = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="accept">Null, <c>*/*</c> and anything that is not JSON get XML, as the portal's own default is.</param>
    public (string ContentType, byte[] Body) Write(string? accept)
    {
        if (Accepts(accept, "odata=verbose"))
        {
            return ("application/json;odata=verbose;charset=utf-8", Bytes(Verbose()));
        }

        if (Accepts(accept, "odata=nometadata"))
        {
            return ("application/json;odata=nometadata;streaming=true;charset=utf-8", Bytes(Plain()));
        }

        return Accepts(accept, "application/json")
            ? ("application/json;odata=minimalmetadata;streaming=true;charset=utf-8", Bytes(Minimal()))
            : ("application/xml;charset=utf-8", Xml());
    }

    private static bool Accepts(string? accept, string text) => accept is not null && accept.Replace(" ", "", StringComparison.Ordinal).Contains(text, StringComparison.OrdinalIgnoreCase);

    private JsonObject Plain() => new()
    {
        ["FormDigestTimeoutSeconds"] = TimeoutSeconds,
        ["FormDigestValue"] = Digest,
        ["LibraryVersion"] = LibraryVersion,
        ["SiteFullUrl"] = Url,
        ["SupportedSchemaVersions"] = new JsonArray([.. SchemaVersions.Select(v => (JsonNode)v)]),
        ["WebFullUrl"] = Url,
    };

    private JsonObject Minimal()
    {
        JsonObject document = Plain();
        document.Insert(0, "odata.metadata", $"{Url}/_api/$metadata#SP.ContextWebInformation");
        return document;
    }

    private JsonObject Verbose()
    {
        JsonObject information = Plain();
        information.Insert(0, "__metadata", new JsonObject { ["type"] = "SP.ContextWebInformation" });
        information["SupportedSchemaVersions"] = new JsonObject
        {
            ["__metadata"] = new JsonObject { ["type"] = "Collection(Edm.String)" },
            ["results"] = new JsonArray([.. SchemaVersions.Select(v => (JsonNode)v)]),
        };
        return new JsonObject { ["d"] = new JsonObject { ["GetContextWebInformation"] = information } };
    }

    private byte[] Xml()
    {
        var root = new XElement(
            Data + "GetContextWebInformation",
            new XAttribute(XNamespace.Xmlns + "d", Data),
            new XAttribute(XNamespace.Xmlns + "m", Metadata),
            new XAttribute(Metadata + "type", "SP.ContextWebInformation"),
            new XElement(Data + "FormDigestTimeoutSeconds", new XAttribute(Metadata + "type", "Edm.Int32"), TimeoutSeconds),
            new XElement(Data + "FormDigestValue", Digest),
            new XElement(Data + "LibraryVersion", LibraryVersion),
            new XElement(Data + "SiteFullUrl", Url),
            new XElement(
                Data + "SupportedSchemaVersions",
                new XAttribute(Metadata + "type", "Collection(Edm.String)"),
                SchemaVersions.Select(v => new XElement(Data + "element", v))),
            new XElement(Data + "WebFullUrl", Url));
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = WithoutMark }))
        {
            root.Save(writer);
        }

        return buffer.ToArray();
    }

    private static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(document, Json);
}
