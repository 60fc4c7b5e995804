using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>One media type an operation answers with, compiled.</summary>
/// <param name="Collection">Where the main list stands; null when there is none.</param>
internal sealed record AnswerPlan(MediaContent Content, ValuePlan Value, CollectionShape? Collection)
{
    public static AnswerPlan For(MediaContent content, Operation operation, PlanCache plans, Schema? placeholderObject)
    {
        Schema declared = content.Schema ?? Schema.Anything;
        bool isOpenObject = declared is { IsPlaceholder: true, IsClosed: false, Items: null }
            && (declared.Types == JsonTypes.None || declared.Types.HasFlag(JsonTypes.Object));
        Schema schema = isOpenObject && placeholderObject is not null && operation.Success!.Status < 400 ? placeholderObject : declared;
        return new AnswerPlan(content, plans.Of(schema), CollectionShape.Find(schema, PathTemplate.LastWord(operation.Path)));
    }
}
