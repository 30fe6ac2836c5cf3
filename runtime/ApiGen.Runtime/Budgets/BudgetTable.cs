namespace ApiGen.Budgets;

/// <summary>The budgets in use: a hash table from a budget's key to its slots, without an object a budget.</summary>
/// <remarks>
/// A million users must cost no more than they use, so an entry is 32 bytes in a chunk that is never copied, and what a
/// key shares with others is held once. An entry keeps its place until <see cref="Sweep"/> finds it idle.
/// </remarks>
internal sealed class BudgetTable(BudgetClock clock)
{
    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;
    private const int None = -1;

    private readonly List<BudgetFamily> _families = [];
    private readonly Dictionary<BudgetFamily, int> _familyPlaces = [];

    // How much later than its date a slot of a family may free.
    private readonly List<long> _familyDelays = [];
    private readonly List<Entry[]> _chunks = [];

    // Beside the entries, because few budgets have one.
    private readonly Dictionary<int, StandingWord> _words = [];

    // A bucket holds an entry's place plus one, so that a new array means empty.
    private int[] _buckets = new int[16];
    private int _used;
    private int _free = None;
    private int _swept;

    /// <summary>The number of budgets held.</summary>
    public int Count { get; private set; }

    /// <summary>The slots of the budget at a place.</summary>
    public ref SlotLog this[int place] => ref EntryAt(place).Slots;

    /// <summary>Finds the place of a budget.</summary>
    /// <param name="key">The budget.</param>
    /// <param name="hash">Its hash code.</param>
    /// <returns>The place, or a negative number if the budget isn't in use.</returns>
    public int Find(in BudgetKey key, int hash)
    {
        int place = _buckets[hash & (_buckets.Length - 1)] - 1;
        while (place != None)
        {
            ref Entry entry = ref EntryAt(place);
            if (entry.Subject == key.Subject && _families[entry.Family].Has(key))
                break;
            place = entry.Next;
        }

        return place;
    }

    /// <summary>Adds a budget, which isn't in use, without any slot taken.</summary>
    /// <returns>Its place.</returns>
    public int Add(in BudgetKey key, int hash)
    {
        if (Count == _buckets.Length)
            Rehash();
        int place = FreePlace();
        ref Entry entry = ref EntryAt(place);
        entry = new Entry { Subject = key.Subject, Family = FamilyOf(key) };
        Link(place, ref entry, hash);
        Count++;
        return place;
    }

    /// <summary>What the server said of the budget at a place; the default if nothing.</summary>
    public StandingWord WordOf(int place) => _words.GetValueOrDefault(place);

    /// <summary>Notes what the server said of the budget at a place.</summary>
    public void SetWord(int place, StandingWord word) => _words[place] = word;

    /// <summary>Looks at a few more entries and forgets those that are idle, so that no timer is needed.</summary>
    /// <remarks>A call that looks at more entries than it may add keeps the idle from outgrowing the used.</remarks>
    public void Sweep(int entries, long now)
    {
        for (int i = 0; i < entries && _used > 0; i++)
        {
            _swept = _swept + 1 < _used ? _swept + 1 : 0;
            ref Entry entry = ref EntryAt(_swept);
            if (entry.Subject is null || !entry.Slots.IsIdle(now - _familyDelays[entry.Family]) || !WordOf(_swept).IsOver(now))
                continue;
            _words.Remove(_swept);
            Unlink(_swept, ref entry);
            entry = new Entry { Next = _free };
            _free = _swept;
            Count--;
        }
    }

    private ref Entry EntryAt(int place) => ref _chunks[place >> ChunkBits][place & (ChunkSize - 1)];

    private ref int BucketOf(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    private int HashOf(ref Entry entry) => _families[entry.Family].KeyOf(entry.Subject!).GetHashCode();

    private int FamilyOf(in BudgetKey key)
    {
        var family = BudgetFamily.Of(key);
        if (_familyPlaces.TryGetValue(family, out int place))
            return place;
        _families.Add(family);
        _familyDelays.Add(family.Calendar is null ? 0 : clock.Units(family.Window));
        _familyPlaces.Add(family, _families.Count - 1);
        return _families.Count - 1;
    }

    private int FreePlace()
    {
        if (_free != None)
        {
            int place = _free;
            _free = EntryAt(place).Next;
            return place;
        }

        if (_used == _chunks.Count * ChunkSize)
            _chunks.Add(new Entry[ChunkSize]);
        return _used++;
    }

    private void Link(int place, ref Entry entry, int hash)
    {
        ref int bucket = ref BucketOf(hash);
        entry.Next = bucket - 1;
        bucket = place + 1;
    }

    private void Unlink(int place, ref Entry entry)
    {
        ref int bucket = ref BucketOf(HashOf(ref entry));
        if (bucket - 1 == place)
        {
            bucket = entry.Next + 1;
            return;
        }

        int before = bucket - 1;
        while (EntryAt(before).Next != place)
            before = EntryAt(before).Next;
        EntryAt(before).Next = entry.Next;
    }

    private void Rehash()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int place = 0; place < _used; place++)
        {
            ref Entry entry = ref EntryAt(place);
            if (entry.Subject is not null)
                Link(place, ref entry, HashOf(ref entry));
        }
    }

    // Without a subject the entry is free, and Next leads to the next free one.
    private struct Entry
    {
        public string? Subject;
        public SlotLog Slots;
        public int Family;
        public int Next;
    }
}
