using System.Globalization;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Numbers that tell who or where somebody is; all others survive.</summary>
internal static class PersonalNumber
{
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "latitude", "longitude", "lat", "lon", "lng", "phone", "phonenumber", "mobilephone", "employeeid", "employeenumber", "imei", "netid", "puid", "cid", "pin", "otp", "ssn", "postalcode", "zip",
    };

    public static bool Covers(string label) => Labels.Contains(label);

    public static string Replace(string number, string label, Scrubber scrubber)
    {
        if (label is "latitude" or "longitude" or "lat" or "lon" or "lng")
        {
            return number.Contains('.', StringComparison.Ordinal) ? "0.5" : "0";
        }

        if (number.Length < 3 || !number.All(char.IsAsciiDigit))
        {
            return number;
        }

        string clean = scrubber.StandIns.Digits("number", number);
        for (int i = 1; clean[0] == '0' && i < 100; i++)
        {
            // A JSON number does not begin with 0.
            clean = scrubber.StandIns.Digits(string.Create(CultureInfo.InvariantCulture, $"number {i}"), number);
        }

        return clean;
    }
}
