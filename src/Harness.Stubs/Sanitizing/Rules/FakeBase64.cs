using System.Buffers.Text;
using System.Text;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Stand-ins for keys, which clients decode before they use them.</summary>
internal static class FakeBase64
{
    public static string Of(string key, Scrubber scrubber)
    {
        string plain = Uri.UnescapeDataString(key);
        if (plain.Length < 64 && Base64.IsValid(plain) && Pseudonyms.IsFake(Encoding.Latin1.GetString(Convert.FromBase64String(plain))))
        {
            return key;
        }

        return Convert.ToBase64String(Encoding.Latin1.GetBytes(scrubber.StandIns.Fake(key)));
    }
}
