namespace Harness.Contracts.Caching;

/// <summary>Numbers objects by identity, so that what is shared or refers to itself is written once.</summary>
internal sealed class ReferenceTable<T>
    where T : class
{
    private readonly Dictionary<T, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public IReadOnlyList<T> All => _items;

    public T this[int number] => _items[number];

    public bool TryGet(T item, out int number) => _numbers.TryGetValue(item, out number);

    public int Add(T item)
    {
        _numbers.Add(item, _items.Count);
        _items.Add(item);
        return _items.Count - 1;
    }

    public int NumberOf(T item) => _numbers.TryGetValue(item, out int number) ? number : Add(item);
}
