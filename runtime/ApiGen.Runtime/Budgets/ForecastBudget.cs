namespace ApiGen.Budgets;

/// <summary>One budget of a <see cref="BudgetForecast"/>.</summary>
internal sealed class ForecastBudget
{
    private readonly BudgetState _state;
    private readonly int _cost;

    // In the order of time, because time only goes on and no slot frees before one that was taken earlier. What is under
    // way frees by its deadline, which may be later than a slot that is taken before then: that one waits its turn,
    // which is the safe side.
    private readonly Queue<DateTimeOffset> _frees;
    private readonly Queue<DateTimeOffset> _freesOfCaller;
    private int _left;

    public ForecastBudget(BudgetLog log, int cost)
    {
        _state = log.State;
        _cost = cost;
        _frees = new Queue<DateTimeOffset>(log.Frees);
        _freesOfCaller = new Queue<DateTimeOffset>(log.FreesOfCaller);
        _left = _state.LeftByServer ?? 0;
    }

    private int Excess => _frees.Count + _freesOfCaller.Count + _cost - _state.Limit;

    /// <summary>From when on a call can be made that can't be made before a moment.</summary>
    public DateTimeOffset FirstFrom(DateTimeOffset moment)
    {
        Drop(moment);
        while (Excess > 0)
        {
            DateTimeOffset next = _frees.Peek();
            if (_freesOfCaller.TryPeek(out DateTimeOffset own) && own < next) next = own;
            moment = next;
            Drop(moment);
        }

        return _state.ServerWordEnds is { } ends && moment < ends && _left < _cost ? ends : moment;
    }

    public void Take(DateTimeOffset moment)
    {
        DateTimeOffset frees = _state.Key.FreesAt(moment);
        for (int i = 0; i < _cost; i++)
        {
            _frees.Enqueue(frees);
            if (_state.UsedByCaller is not null) _freesOfCaller.Enqueue(frees);
        }

        _left -= _cost;
    }

    private void Drop(DateTimeOffset moment)
    {
        while (_frees.TryPeek(out DateTimeOffset frees) && frees <= moment) _frees.Dequeue();
        while (_freesOfCaller.TryPeek(out DateTimeOffset frees) && frees <= moment) _freesOfCaller.Dequeue();
    }
}
