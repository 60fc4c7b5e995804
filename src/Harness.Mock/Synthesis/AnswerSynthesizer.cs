using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Makes up what a portal answers to a call that is let in: faithful to the contract, the same for the same seed, day and tenant.</summary>
/// <remarks>Safe for many threads. Nothing is kept of a call: a value depends on what it describes, never on what was asked before.</remarks>
public sealed class AnswerSynthesizer
{
    private readonly ContractPlans _contracts;
    private readonly SeededKeys _keys;
    private readonly PathReader _paths;
    private readonly TimeProvider _time;

    public AnswerSynthesizer(
        IReadOnlyList<Operation> operations, IReadOnlyList<Family> families, Tenant tenant, long seed, TimeProvider time, SynthesisOptions? options = null)
        : this(new ContractPlans(operations, families, options ?? SynthesisOptions.Default), tenant, seed, time)
    {
    }

    private AnswerSynthesizer(ContractPlans contracts, Tenant tenant, long seed, TimeProvider time)
    {
        _contracts = contracts;
        _time = time;
        World = new TenantWorld(tenant, seed, time);
        _keys = new SeededKeys(World, contracts.Plans);
        _paths = new PathReader(World, _keys);
        Examples = new ExampleCalls(contracts, World, _keys);
    }

    public TenantWorld World { get; }

    /// <summary>Which path values come from which list.</summary>
    public LinkPlan Links => _contracts.Links;

    /// <summary>Calls that succeed, one an operation.</summary>
    public ExampleCalls Examples { get; }

    /// <summary>The same contracts in another world; what was compiled is shared.</summary>
    public AnswerSynthesizer In(Tenant tenant, long seed) => new(_contracts, tenant, seed, _time);

    /// <param name="pathValues">By parameter name, decoded.</param>
    /// <param name="accept">The call's Accept header, which matters when the contract declares several media types.</param>
    public SynthesisResult Answer(Operation operation, IReadOnlyDictionary<string, string> pathValues, string? accept = null)
    {
        OperationPlan plan = _contracts.Of(operation);
        PathReading path = _paths.Read(plan.Links, pathValues);
        if (path.Missing is not null)
        {
            return path.Missing;
        }

        AnswerPlan? answer = plan.Choose(accept);
        return answer is null
            ? new SynthesizedAnswer(plan.Status, null, ReadOnlyMemory<byte>.Empty)
            : new SynthesizedAnswer(plan.Status, Renditions.ContentTypeOf(answer), Renditions.Write(ContextFor(plan, answer, path), answer));
    }

    /// <summary>What a path stands for in the world as writes have changed it.</summary>
    internal PathReading Read(Operation operation, IReadOnlyDictionary<string, string> pathValues, IChangedWorld? changed) =>
        _paths.Read(_contracts.Of(operation).Links, pathValues, changed);

    /// <summary>An answer out of the world as writes have changed it, with what is needed to change it further.</summary>
    /// <param name="about">What the answer is about, where the path does not say so: a thing just created.</param>
    internal ChangedAnswer AnswerIn(IChangedWorld changed, Operation operation, PathReading path, string? accept, Entity? about = null)
    {
        OperationPlan plan = _contracts.Of(operation);
        if (plan.Choose(accept) is not { } answer)
        {
            return new ChangedAnswer(new SynthesizedAnswer(plan.Status, null, ReadOnlyMemory<byte>.Empty), null, null, []);
        }

        AnswerContext context = ContextFor(plan, answer, about is null ? path : path with { Named = about }, changed);
        var made = new SynthesizedAnswer(plan.Status, Renditions.ContentTypeOf(answer), Renditions.Write(context, answer));
        return new ChangedAnswer(made, MediaTypes.IsJson(answer.Content.MediaType) ? answer : null, plan.Links.List, context.CollectionOrdinals);
    }

    /// <summary>The id that a list gives out for a thing.</summary>
    internal string KeyOf(KeyLink link, in Entity entity) => KeyTable.KeyOf(link, World, _contracts.Plans, entity);

    private AnswerContext ContextFor(OperationPlan plan, AnswerPlan answer, PathReading path, IChangedWorld? changed = null)
    {
        ListRoute? list = plan.Links.List;
        bool isOwnList = list is not null && answer.Collection is not null;
        string kind = list?.Kind ?? plan.Links.Kind;
        int[] ordinals = isOwnList ? _keys.OrdinalsBelow(list!, path.Parents) : answer.Collection is null ? [] : FewOf(kind, answer.Collection);
        return new AnswerContext(World)
        {
            Root = path.Named ?? RootOf(plan, path),
            Echoes = path.Echoes,
            PathEntities = path.Entities,
            CollectionPath = answer.Collection?.Path,
            CollectionKind = kind,
            CollectionOrdinals = isOwnList && changed is not null ? changed.Listed(kind, path.Parents, ordinals) : ordinals,
            CollectionItems = isOwnList ? _contracts.Plans.Of(list!.RefinedItems) : null,
            NeverNull = (list ?? (plan.Links.Sites.Count > 0 ? plan.Links.Sites[^1]?.List : null))?.NeverNull,
            PlaceholderItem = plan.PlaceholderItem,
            IsSuccess = plan.IsSuccess,
            Operation = plan,
        };
    }

    // A detail without an id is about one thing too: a component called User is a user, "me" is the first of them.
    private Entity RootOf(OperationPlan plan, PathReading path)
    {
        string? kind = plan.Answers.Count > 0 && plan.Answers[0].Collection is null ? plan.Answers[0].Value.EntityKind : null;
        if (kind is not null && path.Entities.Count == 0)
        {
            return World.Entity(kind, 0);
        }

        Entity thing = World.Thing(null, plan.Links.Path.Normalized);
        return path.Parents == 0 ? thing : thing with { Seed = StableHash.Mix(thing.Seed, path.Parents) };
    }

    private int[] FewOf(string kind, CollectionShape collection)
    {
        int least = collection.Array.MinItems ?? 0;
        int few = Math.Min(World.PoolSize(kind), 1 + StableHash.Below(StableHash.Of(kind), 3));
        return [.. Enumerable.Range(0, Math.Clamp(few, least, Math.Max(collection.Array.MaxItems ?? int.MaxValue, least)))];
    }
}
