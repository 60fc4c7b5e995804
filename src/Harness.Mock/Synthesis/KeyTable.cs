using System.Collections.Frozen;
using System.Text.Json;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>The ids that one list gives out in one world, and which thing each names.</summary>
internal sealed class KeyTable
{
    private readonly FrozenDictionary<string, int> _ordinals;

    private KeyTable(int[] ordinals, string[] keys)
    {
        Ordinals = ordinals;
        Keys = keys;
        _ordinals = keys.Select((key, i) => (key, i)).ToFrozenDictionary(p => Normalize(p.key), p => ordinals[p.i], StringComparer.Ordinal);
    }

    /// <summary>Things whose ids differ; the first is always there, whatever the parent.</summary>
    public int[] Ordinals { get; }

    public string[] Keys { get; }

    public static KeyTable Build(KeyLink link, TenantWorld world, PlanCache plans)
    {
        List<int> ordinals = [];
        List<string> keys = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int i = 0, size = SizeOf(link.List, world); i < size; i++)
        {
            string key = KeyOf(link, world, plans, world.Entity(link.List.Kind, i));
            if (taken.Add(Normalize(key)))
            {
                ordinals.Add(i);
                keys.Add(key);
            }
        }

        return new KeyTable([.. ordinals], [.. keys]);
    }

    /// <summary>The id of any thing, in the pool or not.</summary>
    public static string KeyOf(KeyLink link, TenantWorld world, PlanCache plans, in Entity entity) => TextOf(
        DocumentWriter.Write(new AnswerContext(world), plans.Of(link.Key.Schema, link.Key.Name), new Scope(entity, default, 0, 1, -1, false)));

    /// <summary>-1 for an id the list does not give out.</summary>
    public int Find(string key) => _ordinals.TryGetValue(Normalize(key), out int ordinal) ? ordinal : -1;

    public string KeyOf(int ordinal) => Keys[Array.IndexOf(Ordinals, ordinal)];

    /// <summary>How many elements the list has: the pool's size, within the contract's bounds.</summary>
    public static int SizeOf(ListRoute list, TenantWorld world)
    {
        int least = Math.Clamp(list.Shape.Array.MinItems ?? 1, 1, 1000);
        return Math.Clamp(world.PoolSize(list.Kind), least, Math.Max(least, list.Shape.Array.MaxItems ?? int.MaxValue));
    }

    // Portals take GUIDs in any case, with braces or without.
    internal static string Normalize(string key) => key.Length >= 32 && Guid.TryParse(key, out Guid id) ? id.ToString("D") : key;

    private static string TextOf(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : document.RootElement.GetRawText();
    }
}
