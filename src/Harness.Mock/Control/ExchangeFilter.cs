using System.Globalization;
using Harness.Mock.Journal;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary>Which exchanges a caller wants to see: <c>?family=&amp;status=&amp;code=</c>.</summary>
internal sealed record ExchangeFilter(string? Family, int? Status, string? Code)
{
    public static ExchangeFilter Read(IQueryCollection query) => new(query["family"], Number(query, "status"), query["code"]);

    public bool Lets(JournalEntry entry) =>
        (Family is null || string.Equals(entry.Family, Family, StringComparison.OrdinalIgnoreCase))
        && (Status is null || entry.Reply.Status == Status)
        && (Code is null || string.Equals(entry.Reply.Decision.Code, Code, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="ControlRequestException">It is there and no number.</exception>
    public static int? Number(IQueryCollection query, string name)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw ControlRequestException.Bad($"'{name}' is '{text}'; write a number.");
    }
}
