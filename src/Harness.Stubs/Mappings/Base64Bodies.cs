using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings;

/// <summary>Reads a body that is written in Base64.</summary>
internal static class Base64Bodies
{
    public static StubBody? Read(ObjectReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out int length))
        {
            return StubBody.Of(bytes[..length]);
        }

        reader.Problems.Add(reader.Find(name)!, $"'{name}' is not Base64", "Encode the body's bytes in Base64");
        return null;
    }
}
