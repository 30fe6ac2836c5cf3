namespace ApiGen.Budgets.Waiting;

/// <summary>The calls that wait for one budget, in the order of their arrival.</summary>
/// <param name="key">The budget.</param>
internal sealed class WaitingLine(BudgetKey key)
{
    private readonly SortedSet<WaitingCall> _calls = new(
        Comparer<WaitingCall>.Create((left, right) => left.Number.CompareTo(right.Number)));

    private int _slots;

    public BudgetKey Key => key;

    public bool IsEmpty => _calls.Count == 0;

    public WaitingCall First => _calls.Min!;

    /// <summary>What the store said when it was last asked.</summary>
    public required BudgetRefusal Refusal { get; set; }

    /// <summary>When to ask it again, in the unit of the queue's clock.</summary>
    public long AskAt { get; set; } = long.MaxValue;

    /// <summary>The slots that the calls before one ask for.</summary>
    public int SlotsBefore(long number) =>
        _calls.Max?.Number < number
            ? _slots
            : _calls.TakeWhile(call => call.Number < number).Sum(call => call.CostOf(key));

    public void Add(WaitingCall call)
    {
        call.Line = this;
        _calls.Add(call);
        _slots += call.CostOf(key);
    }

    public void Remove(WaitingCall call)
    {
        call.Line = null;
        _calls.Remove(call);
        _slots -= call.CostOf(key);
    }
}
