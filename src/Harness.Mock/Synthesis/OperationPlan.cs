using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Contracts.Tenants;

namespace Harness.Mock.Synthesis;

/// <summary>What is known of an operation before any call comes: its links, its answer's plans, its main list.</summary>
internal sealed record OperationPlan(Operation Operation, OperationLinks Links, int Status, IReadOnlyList<AnswerPlan> Answers, ValuePlan? PlaceholderItem)
{
    public bool IsSuccess => Status < 400;

    public AnswerPlan? Choose(string? accept) => Answers.Count switch
    {
        0 => null,
        1 => Answers[0],
        _ => Answers[IndexOf(MediaTypes.Choose([.. Answers.Select(a => a.Content)], accept))],
    };

    public static OperationPlan Compile(Operation operation, OperationLinks links, PlanCache plans, Schema? placeholderObject, Schema? placeholderItem)
    {
        OperationResponse? response = operation.Success;
        AnswerPlan[] answers = response is null or { Status: 204 or 304 }
            ? []
            : [.. response.Content.Select(content => AnswerPlan.For(content, operation, plans, placeholderObject))];
        return new OperationPlan(operation, links, response?.Status ?? 200, answers, placeholderItem is null ? null : plans.Of(placeholderItem));
    }

    /// <summary>What <c>@odata.context</c> says: the metadata of the service that the path's first segment names.</summary>
    public string ODataContext(Tenant tenant)
    {
        int slash = Operation.Path.IndexOf('/', 1);
        return $"https://{ContractPlans.HostOf(Operation, tenant)}{(slash > 0 ? Operation.Path[..slash] : "")}/$metadata";
    }

    private int IndexOf(MediaContent content)
    {
        for (int i = 0; i < Answers.Count; i++)
        {
            if (ReferenceEquals(Answers[i].Content, content))
            {
                return i;
            }
        }

        return 0;
    }
}
