using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>What holds for a whole answer: the world, the path's values, the main list, the day.</summary>
internal sealed class AnswerContext(TenantWorld world)
{
    public TenantWorld World { get; } = world;

    public DateTime Today { get; } = world.Today;

    public Entity Root { get; init; }

    public IReadOnlyList<Echo> Echoes { get; init; } = [];

    /// <summary>Things that the path names: below <c>/users/{userId}</c> every <c>userId</c> is that user's.</summary>
    public IReadOnlyList<Entity> PathEntities { get; init; } = [];

    /// <summary>Null when the answer has no main list.</summary>
    public IReadOnlyList<string>? CollectionPath { get; init; }

    public string? CollectionKind { get; init; }

    public int[] CollectionOrdinals { get; init; } = [];

    /// <summary>What elements of unknown shape look like; null for <c>{}</c>.</summary>
    public ValuePlan? PlaceholderItem { get; init; }

    /// <summary>What the elements of the main list look like, when its detail route knows better than the list.</summary>
    public ValuePlan? CollectionItems { get; init; }

    /// <summary>Properties that hold a value in list and detail alike.</summary>
    public IReadOnlySet<string>? NeverNull { get; init; }

    /// <summary>Whether errors beside the data stay empty.</summary>
    public bool IsSuccess { get; init; } = true;

    /// <summary>A body a client would send, rather than an answer.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Null for what is written apart from any answer.</summary>
    public OperationPlan? Operation { get; init; }

    public string? ODataContext => Operation?.ODataContext(World.Tenant);

    /// <summary>The thing of that kind that a property in <paramref name="scope"/> means.</summary>
    public Entity Resolve(string kind, in Scope scope)
    {
        if (scope.Salt == 0)
        {
            if (string.Equals(scope.Entity.Kind, kind, StringComparison.Ordinal))
            {
                return scope.Entity;
            }

            if (string.Equals(scope.Owner.Kind, kind, StringComparison.Ordinal))
            {
                return scope.Owner;
            }

            foreach (Entity named in PathEntities)
            {
                if (string.Equals(named.Kind, kind, StringComparison.Ordinal))
                {
                    return named;
                }
            }
        }

        Entity from = scope.Salt == 0 ? scope.Entity : scope.Entity with { Seed = StableHash.Mix(scope.Entity.Seed, scope.Salt) };
        return World.Referred(kind, from);
    }
}
