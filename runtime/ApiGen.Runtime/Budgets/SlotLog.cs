using System.Buffers.Binary;

namespace ApiGen.Budgets;

/// <summary>
/// The taken slots of one budget: their dates as <see cref="SlotDates"/> gives them, in order, in a ring that grows
/// with use.
/// </summary>
/// <remarks>
/// <para>
/// A call under way is dated by its deadline, which is later than any answer of now. Its answer moves it forward past
/// the calls it has overtaken, none of them where answers come in the order of the calls.
/// </para>
/// <para>
/// A date takes seven bytes, which tell ticks of 100 ns for a hundred years: with what the ring has to spare, a slot
/// then takes no more than eight.
/// </para>
/// </remarks>
internal struct SlotLog
{
    private const int DateSize = 7;

    private byte[]? _dates;
    private int _head;
    private int _count;

    /// <summary>The slots taken, those among them that are free since the last <see cref="DropUntil"/>.</summary>
    public readonly int Count => _count;

    private readonly int Capacity => _dates!.Length / DateSize;

    /// <summary>The date of the slot at a place, the earliest first.</summary>
    public readonly long this[int index]
    {
        get => DateAt(Place(index));
        private set
        {
            Span<byte> date = _dates.AsSpan(Place(index) * DateSize, DateSize);
            BinaryPrimitives.WriteUInt32LittleEndian(date, (uint)value);
            BinaryPrimitives.WriteUInt16LittleEndian(date[4..], (ushort)(value >> 32));
            date[6] = (byte)(value >> 48);
        }
    }

    /// <summary>Whether all slots of a date or before are all there are.</summary>
    public readonly bool IsIdle(long date) => _count == 0 || this[_count - 1] <= date;

    /// <summary>Drops the slots of a date and before.</summary>
    public void DropUntil(long date)
    {
        // A slot of a window that frees at this very moment is free. Its call was counted at its answer or before, one
        // window ago: an interval of the window's length that holds that count ends before, or at, the count of a call
        // made now, and intervals are half-open.
        while (_count > 0 && DateAt(_head) <= date)
        {
            _head = Place(1);
            _count--;
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="date">Its date.</param>
    /// <param name="limit">The most slots that may be expected: the ring grows no further without need.</param>
    public void Add(long date, int limit)
    {
        if (_dates is null || _count == Capacity)
            Grow(limit);
        int index = _count++;
        MoveEarlier(index, date);
    }

    /// <summary>Gives a slot another date.</summary>
    /// <returns>False if there is no such slot, because it is free by now.</returns>
    public readonly bool Move(long date, long to)
    {
        int index = Find(date);
        if (index < 0)
            return false;
        if (to < date)
            MoveEarlier(index, to);
        else
            MoveLater(index, to);
        return true;
    }

    /// <summary>Gives a slot back.</summary>
    public void Remove(long date)
    {
        int index = Find(date);
        if (index < 0)
            return;
        for (; index < _count - 1; index++)
            this[index] = this[index + 1];
        _count--;
    }

    /// <summary>How many slots are of a later date.</summary>
    public readonly int CountAfter(long date)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (this[middle] <= date)
                low = middle + 1;
            else
                high = middle;
        }

        return _count - low;
    }

    /// <summary>The date of the slot at a place among those of two logs together, the earliest first.</summary>
    public static long InOrder(in SlotLog left, in SlotLog right, int index)
    {
        int fromLeft = 0;
        int fromRight = 0;
        while (true)
        {
            bool isLeft = fromRight == right.Count || (fromLeft < left.Count && left[fromLeft] <= right[fromRight]);
            if (fromLeft + fromRight == index)
                return isLeft ? left[fromLeft] : right[fromRight];
            if (isLeft)
                fromLeft++;
            else
                fromRight++;
        }
    }

    private readonly void MoveEarlier(int index, long date)
    {
        for (; index > 0 && this[index - 1] is var earlier && earlier > date; index--)
            this[index] = earlier;
        this[index] = date;
    }

    private readonly void MoveLater(int index, long date)
    {
        for (; index < _count - 1 && this[index + 1] is var later && later < date; index++)
            this[index] = later;
        this[index] = date;
    }

    private readonly int Find(long date)
    {
        // Most often it is the last call that is answered.
        if (_count > 0 && this[_count - 1] == date)
            return _count - 1;
        int low = 0;
        int high = _count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (this[middle] < date)
                low = middle + 1;
            else
                high = middle;
        }

        // Slots that free at one moment are alike: any of them will do.
        return low < _count && this[low] == date ? low : -1;
    }

    private readonly int Place(int index)
    {
        int place = _head + index;
        return place * DateSize < _dates!.Length ? place : place - Capacity;
    }

    // In the parts in which it was written: a processor is slow to read together what was just written apart.
    private readonly long DateAt(int place)
    {
        ReadOnlySpan<byte> date = _dates.AsSpan(place * DateSize, DateSize);
        long low = BinaryPrimitives.ReadUInt32LittleEndian(date);
        long middle = BinaryPrimitives.ReadUInt16LittleEndian(date[4..]);
        long high = (sbyte)date[6];
        return low | (middle << 32) | (high << 48);
    }

    private void Grow(int limit)
    {
        // By a sixteenth: most budgets are a user's, of which there may be a million, and hold few slots.
        int capacity = Math.Min(_count + (_count / 16) + 1, Math.Max(limit, _count + 1));
        var grown = new SlotLog { _dates = new byte[capacity * DateSize], _count = _count };
        for (int i = 0; i < _count; i++)
            grown[i] = this[i];
        this = grown;
    }
}
