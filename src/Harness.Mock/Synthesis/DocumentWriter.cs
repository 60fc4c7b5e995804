using System.Text.Json;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Writes one document: dispatches on kinds, and sees to it that recursion and size come to an end.</summary>
/// <remarks>Reused by the thread that made it; never shared.</remarks>
internal sealed class DocumentWriter
{
    /// <summary>Past this, what is optional is left out.</summary>
    private const int ComfortableBytes = 192 * 1024;

    /// <summary>Past this, required parts are cut too, though the document breaks its schema then.</summary>
    private const int MaxBytes = 1024 * 1024;

    private const int ComfortableDepth = 20;
    private const int MaxDepth = 44;

    [ThreadStatic]
    private static DocumentWriter? _idle;

    private readonly Stack<JsonPage> _pages = new();
    private readonly Stack<JsonPage> _spare = new();
    private readonly List<Schema> _open = [];
    private long _bytesOnOtherPages;

    public AnswerContext Context { get; private set; } = null!;

    public Utf8JsonWriter Json => _pages.Peek().Writer;

    /// <summary>Alternatives being tried at the moment, one inside the other.</summary>
    public int Trials => _pages.Count - 1;

    private long BytesOnPage => Json.BytesCommitted + Json.BytesPending;

    private long BytesSoFar => _bytesOnOtherPages + BytesOnPage;

    public bool IsTooBig => BytesSoFar > ComfortableBytes;

    public static byte[] Write(AnswerContext context, ValuePlan plan) => Write(context, plan, new Scope(context.Root, default, 0, 0, context.CollectionPath is null ? -1 : 0, false));

    public static byte[] Write(AnswerContext context, ValuePlan plan, in Scope scope)
    {
        DocumentWriter writer = _idle ?? new DocumentWriter();
        _idle = null;
        writer.Context = context;
        writer._open.Clear();
        writer._bytesOnOtherPages = 0;
        writer._pages.Clear();
        writer.BeginPage();
        writer.WriteValue(plan, scope);
        byte[] bytes = writer.EndPage().ToArray();
        writer.Context = null!;
        _idle = writer;
        return bytes;
    }

    public void WriteValue(ValuePlan plan, in Scope scope)
    {
        switch (plan.Kind)
        {
            case ValueKind.Object or ValueKind.Array or ValueKind.Alternatives:
                WriteComposite(plan, scope);
                break;
            case ValueKind.OneOfList:
                Json.WriteRawValue(plan.Choices[World.StableHash.Below(scope.HashOf(plan.Meaning), plan.Choices.Length)], skipInputValidation: true);
                break;
            case ValueKind.Text:
                Json.WriteStringValue(TextValues.Make(Context, plan, scope));
                break;
            case ValueKind.Integer or ValueKind.Number:
                NumberValues.Write(this, plan, scope);
                break;
            case ValueKind.Boolean:
                Json.WriteBooleanValue(BooleanValues.Of(plan, scope));
                break;
            case ValueKind.Null:
                Json.WriteNullValue();
                break;
            default:
                Json.WriteStartObject();
                Json.WriteEndObject();
                break;
        }
    }

    /// <summary>How often the schema is being written right now, one instance inside the other.</summary>
    public int OpenCount(Schema schema)
    {
        int count = 0;
        foreach (Schema open in _open)
        {
            count += ReferenceEquals(open, schema) ? 1 : 0;
        }

        return count;
    }

    public bool WouldRecurse(ValuePlan plan)
    {
        Schema schema = plan.Schema;
        for (int i = 0; i < 4 && schema.Properties.Count == 0 && (schema.Items ?? schema.MapValues) is { } inner; i++)
        {
            schema = inner;
        }

        return OpenCount(schema) is var open and > 0 && (open > 1 || _open.Count > 6);
    }

    public void BeginPage()
    {
        if (!_spare.TryPop(out JsonPage? page))
        {
            page = new JsonPage();
        }

        _bytesOnOtherPages += _pages.Count > 0 ? BytesOnPage : 0;
        page.Clear();
        _pages.Push(page);
    }

    /// <summary>Bytes of the page; valid until the next one begins.</summary>
    public ReadOnlyMemory<byte> EndPage()
    {
        JsonPage page = _pages.Pop();
        _spare.Push(page);
        _bytesOnOtherPages -= _pages.Count > 0 ? BytesOnPage : 0;
        return page.Finish();
    }

    private void WriteComposite(ValuePlan plan, in Scope scope)
    {
        bool deep = scope.Depth > ComfortableDepth || OpenCount(plan.Schema) > 1 || IsTooBig;
        Scope inner = deep && !scope.Minimal ? scope with { Minimal = true } : scope;
        bool endless = scope.Depth > MaxDepth || BytesSoFar > MaxBytes || (inner.Minimal && plan.Cache.MinimalDepth(plan.Schema) == int.MaxValue);
        if (endless)
        {
            WriteStub(plan);
            return;
        }

        _open.Add(plan.Schema);
        switch (plan.Kind)
        {
            case ValueKind.Object:
                ObjectValues.Write(this, plan, inner);
                break;
            case ValueKind.Array:
                ArrayValues.Write(this, plan, inner);
                break;
            default:
                AlternativeValues.Write(this, plan, inner);
                break;
        }

        _open.RemoveAt(_open.Count - 1);
    }

    private void WriteStub(ValuePlan plan)
    {
        if (plan.Schema.AllowsNull || plan.Kind == ValueKind.Alternatives)
        {
            Json.WriteNullValue();
        }
        else if (plan.Kind == ValueKind.Array)
        {
            Json.WriteStartArray();
            Json.WriteEndArray();
        }
        else
        {
            Json.WriteStartObject();
            Json.WriteEndObject();
        }
    }
}
