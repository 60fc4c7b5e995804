using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>A route that fails unless the page that owns it sends its parameters (observed: 11 Defender GETs answer 500 to a bare call).</summary>
internal sealed class PageParametersQuirk(QuirkDeclaration declaration) : IQuirk
{
    public const string Kind = "page-parameters";

    private static readonly Dictionary<string, string> AnyParameter = new(StringComparer.Ordinal) { ["pageIndex"] = "0", ["pageSize"] = "50" };

    // Which parameters the pages send was never captured; any query counts.
    public IReadOnlyDictionary<string, string> Remedy => AnyParameter;

    public Reply? Answer(Exchange exchange) => exchange.Http.Request.QueryString.HasValue
        ? null
        : exchange.Portal.Refusals.Answer(declaration.Refusal!, exchange, new Grounds(
            Stages.Quirk,
            "query-missing",
            "This route answers only with the parameters that its page sends.",
            "Add the page's query parameters; the mock takes any."));
}
