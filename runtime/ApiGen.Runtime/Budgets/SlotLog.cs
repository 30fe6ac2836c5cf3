namespace ApiGen.Budgets;

/// <summary>
/// The taken slots of one budget: the moments at which they free, in order, in a ring that grows with use.
/// </summary>
/// <remarks>
/// A call under way stands at its deadline plus the window, which is later than any answer of now. Its answer moves it
/// forward past the calls it has overtaken, none of them where answers come in the order of the calls.
/// </remarks>
internal struct SlotLog
{
    private long[]? _moments;
    private int _head;
    private int _count;

    /// <summary>The slots taken, those among them that are free since the last <see cref="DropUntil"/>.</summary>
    public readonly int Count => _count;

    /// <summary>When the slot at a place frees, the next one first.</summary>
    public readonly long this[int index] => _moments![Place(index)];

    /// <summary>Whether no slot is taken at a moment.</summary>
    public readonly bool IsIdle(long now) => _count == 0 || this[_count - 1] <= now;

    /// <summary>Drops the slots that are free at a moment.</summary>
    public void DropUntil(long now)
    {
        // A slot that frees at this very moment is free. Its call was counted at its answer or before, one window ago:
        // an interval of the window's length that holds that count ends before, or at, the count of a call made now,
        // and intervals are half-open.
        while (_count > 0 && _moments![_head] <= now)
        {
            _head = Place(1);
            _count--;
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="frees">When it frees.</param>
    /// <param name="limit">The most slots that may be expected: the ring grows no further without need.</param>
    public void Add(long frees, int limit)
    {
        if (_moments is null || _count == _moments.Length)
            Grow(limit);
        int index = _count++;
        MoveEarlier(index, frees);
    }

    /// <summary>Lets a slot free at another moment than it was to.</summary>
    /// <returns>False if there is no such slot, because it is free by now.</returns>
    public readonly bool Move(long frees, long to)
    {
        int index = Find(frees);
        if (index < 0)
            return false;
        if (to < frees)
            MoveEarlier(index, to);
        else
            MoveLater(index, to);
        return true;
    }

    /// <summary>Gives a slot back.</summary>
    public void Remove(long frees)
    {
        int index = Find(frees);
        if (index < 0)
            return;
        MoveLater(index, long.MaxValue);
        _count--;
    }

    /// <summary>How many slots free after a moment.</summary>
    public readonly int CountAfter(long moment)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (this[middle] <= moment)
                low = middle + 1;
            else
                high = middle;
        }

        return _count - low;
    }

    /// <summary>When the slot at a place among those of two logs together frees, the next one first.</summary>
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

    private readonly void MoveEarlier(int index, long frees)
    {
        for (; index > 0 && this[index - 1] > frees; index--)
            _moments![Place(index)] = this[index - 1];
        _moments![Place(index)] = frees;
    }

    private readonly void MoveLater(int index, long frees)
    {
        for (; index < _count - 1 && this[index + 1] < frees; index++)
            _moments![Place(index)] = this[index + 1];
        _moments![Place(index)] = frees;
    }

    private readonly int Find(long frees)
    {
        int low = 0;
        int high = _count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (this[middle] < frees)
                low = middle + 1;
            else
                high = middle;
        }

        // Slots that free at one moment are alike: any of them will do.
        return low < _count && this[low] == frees ? low : -1;
    }

    private readonly int Place(int index)
    {
        int place = _head + index;
        return place < _moments!.Length ? place : place - _moments.Length;
    }

    private void Grow(int limit)
    {
        // By a quarter: most budgets are a user's, of which there may be a million, and hold few slots.
        int length = Math.Min(_count + (_count / 4) + 1, Math.Max(limit, _count + 1));
        long[] moments = new long[length];
        for (int i = 0; i < _count; i++)
            moments[i] = this[i];
        _moments = moments;
        _head = 0;
    }
}
