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

    private readonly Dictionary<BudgetFamily, int> _familyPlaces = [];

    // Beside the entries, because few budgets have one.
    private readonly Dictionary<int, StandingWord> _words = [];

    private BudgetFamily[] _families = new BudgetFamily[4];
    private int _familyCount;
    private Entry[][] _chunks = new Entry[1][];
    private int _chunkCount;

    // A bucket holds an entry's place plus one, so that a new array means empty.
    private int[] _buckets = new int[16];
    private int _used;
    private int _free = None;
    private int _swept;
    private int _addedSinceSweep;

    /// <summary>The number of budgets held.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the server has spoken of any budget.</summary>
    public bool HasWords => _words.Count > 0;

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
        _addedSinceSweep++;
        return place;
    }

    /// <summary>What the server said of the budget at a place; the default if nothing.</summary>
    public StandingWord WordOf(int place) => HasWords ? _words.GetValueOrDefault(place) : default;

    /// <summary>Notes what the server said of the budget at a place.</summary>
    public void SetWord(int place, StandingWord word) => _words[place] = word;

    /// <summary>
    /// Looks at an entry, and at two for each that was added since, and forgets those that are idle: so no timer is
    /// needed, and the idle don't outgrow the used.
    /// </summary>
    public void Sweep(long now)
    {
        for (int looks = 1 + (2 * _addedSinceSweep); looks > 0 && _used > 0; looks--)
        {
            _swept = _swept + 1 < _used ? _swept + 1 : 0;
            ref Entry entry = ref EntryAt(_swept);
            if (entry.Subject is not null && IsIdle(ref entry, now) && WordOf(_swept).IsOver(now))
                Forget(_swept);
        }

        _addedSinceSweep = 0;
    }

    private ref Entry EntryAt(int place) => ref _chunks[place >> ChunkBits][place & (ChunkSize - 1)];

    private ref int BucketOf(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    private bool IsIdle(ref Entry entry, long now)
    {
        ref readonly BudgetFamily family = ref _families[entry.Family];

        // By how much later than its date a slot may free.
        return entry.Slots.IsIdle(family.Calendar is null ? now : now - clock.Units(family.Window));
    }

    private int HashOf(ref Entry entry) => _families[entry.Family].KeyOf(entry.Subject!).GetHashCode();

    private int FamilyOf(in BudgetKey key)
    {
        var family = BudgetFamily.Of(key);
        if (_familyPlaces.TryGetValue(family, out int place))
            return place;
        if (_familyCount == _families.Length)
            Array.Resize(ref _families, _familyCount * 2);
        _families[_familyCount] = family;
        _familyPlaces.Add(family, _familyCount);
        return _familyCount++;
    }

    private int FreePlace()
    {
        if (_free != None)
        {
            int place = _free;
            _free = EntryAt(place).Next;
            return place;
        }

        if (_used == _chunkCount * ChunkSize)
        {
            if (_chunkCount == _chunks.Length)
                Array.Resize(ref _chunks, _chunkCount * 2);
            _chunks[_chunkCount++] = new Entry[ChunkSize];
        }

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

    private void Forget(int place)
    {
        ref Entry entry = ref EntryAt(place);
        _words.Remove(place);
        Unlink(place, ref entry);
        entry = new Entry { Next = _free };
        _free = place;
        Count--;
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
