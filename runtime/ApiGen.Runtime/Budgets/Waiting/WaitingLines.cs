namespace ApiGen.Budgets.Waiting;

/// <summary>
/// The lines of a <see cref="BudgetQueue"/>, and what is to be done with them when. A call stands in one line, that of
/// the budget that refused it last. For one caller at a time.
/// </summary>
internal sealed class WaitingLines
{
    private readonly Dictionary<BudgetKey, WaitingLine> _lines = [];

    // What has been changed or removed since stays in these until its time comes, and is skipped then.
    private readonly PriorityQueue<WaitingLine, long> _toAsk = new();
    private readonly PriorityQueue<WaitingCall, long> _toGiveUp = new();

    /// <summary>The number of calls that wait.</summary>
    public int Count { get; private set; }

    /// <summary>The next moment at which there is something to do, or <see cref="long.MaxValue"/>.</summary>
    public long NextMoment
    {
        get
        {
            while (_toAsk.TryPeek(out WaitingLine? line, out long at) && (line.IsEmpty || line.AskAt != at))
                _toAsk.Dequeue();
            while (_toGiveUp.TryPeek(out WaitingCall? call, out _) && call.Line is null)
                _toGiveUp.Dequeue();
            long ask = _toAsk.TryPeek(out _, out long askAt) ? askAt : long.MaxValue;
            return _toGiveUp.TryPeek(out _, out long giveUpAt) ? Math.Min(ask, giveUpAt) : ask;
        }
    }

    /// <summary>The line in which an earlier call waits for one of a call's budgets, or null.</summary>
    public WaitingLine? InTheWayOf(BudgetClaim[] claims, long number)
    {
        foreach (BudgetClaim claim in claims)
        {
            if (_lines.TryGetValue(claim.Key, out WaitingLine? line) && line.First.Number < number)
                return line;
        }

        return null;
    }

    /// <summary>The slots that earlier calls wait for in the line of a budget.</summary>
    public int SlotsBefore(BudgetKey key, long number) =>
        _lines.TryGetValue(key, out WaitingLine? line) ? line.SlotsBefore(number) : 0;

    /// <summary>Lets a call stand in the line of the budget that refused it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusal">Why it waits.</param>
    /// <param name="askAt">When to ask again, if nobody stands there before it.</param>
    public void Enter(WaitingCall call, BudgetRefusal refusal, long askAt)
    {
        if (call.Line is null)
            _toGiveUp.Enqueue(call, call.GivesUpAt);
        else
            Leave(call);
        BudgetKey key = refusal.State.Key;
        if (!_lines.TryGetValue(key, out WaitingLine? line))
            _lines.Add(key, line = new WaitingLine(key) { Refusal = refusal });
        bool isFirst = line.IsEmpty || call.Number < line.First.Number;
        line.Add(call);
        Count++;
        if (!isFirst)
            return;
        line.Refusal = refusal;
        AskAt(line, askAt);
    }

    /// <summary>Lets a call wait no more, and whoever stood behind it be asked for at once.</summary>
    public void Leave(WaitingCall call)
    {
        if (call.Line is not { } line)
            return;
        bool wasFirst = line.First == call;
        line.Remove(call);
        Count--;
        if (line.IsEmpty)
            _lines.Remove(line.Key);
        else if (wasFirst)
            AskAt(line, long.MinValue);
    }

    /// <summary>A slot of a budget may free at a moment: asks no later than then.</summary>
    public void AskBy(BudgetKey key, long moment)
    {
        if (_lines.TryGetValue(key, out WaitingLine? line) && moment < line.AskAt)
            AskAt(line, moment);
    }

    /// <summary>The first call of a line that is to be asked for now, or null.</summary>
    public WaitingCall? NextToAsk(long now)
    {
        while (NextMoment <= now && _toAsk.TryPeek(out WaitingLine? line, out long askAt) && askAt <= now)
        {
            WaitingCall call = line.First;
            if (InTheWayOf(call.Request.Claims, call.Number) is not { } other)
                return call;
            Enter(call, other.Refusal, other.AskAt);
        }

        return null;
    }

    /// <summary>The next call that has waited long enough, or null.</summary>
    public WaitingCall? NextToGiveUp(long now) =>
        NextMoment <= now && _toGiveUp.TryPeek(out WaitingCall? call, out long givesUpAt) && givesUpAt <= now
            ? call
            : null;

    private void AskAt(WaitingLine line, long moment)
    {
        line.AskAt = moment;
        _toAsk.Enqueue(line, moment);
    }
}
