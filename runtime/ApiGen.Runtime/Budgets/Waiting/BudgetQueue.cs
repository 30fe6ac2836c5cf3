using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ApiGen.Budgets.Waiting;

/// <summary>
/// The calls of this process that wait for slots of one store: first come, first served, with one timer and no thread
/// for all of them.
/// </summary>
/// <remarks>
/// A call may pass another only where it takes nothing that the other waits for: one that waits for its user's budget
/// doesn't hold up the app's. Between processes that share a store there is no order; who asks first is served.
/// </remarks>
internal sealed class BudgetQueue
{
    private static readonly ConditionalWeakTable<IBudgetStore, ConcurrentDictionary<TimeProvider, BudgetQueue>> Queues =
        [];

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly IBudgetStore _store;
    private readonly WaitingClock _clock;
    private readonly Lock _lock = new();
    private readonly WaitingLines _lines = new();
    private readonly ITimer _timer;
    private long _lastNumber;
    private long _settled;
    private int _waiting;
    private bool _isAsking;

    private BudgetQueue(IBudgetStore store, TimeProvider timeProvider)
    {
        _store = store;
        _clock = new WaitingClock(timeProvider);
        _timer = timeProvider.CreateTimer(
            static queue => ((BudgetQueue)queue!).Ask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The one queue of a store, by one clock.</summary>
    public static BudgetQueue Of(IBudgetStore store, TimeProvider timeProvider) =>
        Queues.GetValue(store, static _ => new ConcurrentDictionary<TimeProvider, BudgetQueue>())
            .GetOrAdd(timeProvider, static (clock, store) => new BudgetQueue(store, clock), store);

    /// <summary>Takes the slots of every claim now, unless others wait for them.</summary>
    /// <returns>A refusal with the time at which it could be, if it can't be now.</returns>
    public ValueTask<BudgetDecision> ReserveAsync(
        BudgetClaim[] claims, TimeSpan callTimeout, CancellationToken cancellationToken) =>
        Volatile.Read(ref _waiting) == 0
            ? _store.ReserveAsync(claims, callTimeout, cancellationToken)
            : ReserveAsync(new BudgetRequest(claims, callTimeout, TimeSpan.Zero, Waits: null), cancellationToken);

    /// <summary>Hears that a call was settled, so that those who wait for its slots are asked for in time.</summary>
    public void Settled(IReadOnlyList<BudgetClaim> claims, BudgetOutcome outcome)
    {
        Interlocked.Increment(ref _settled);
        if (Volatile.Read(ref _waiting) == 0)
            return;
        bool isDue;
        lock (_lock)
        {
            long now = _clock.Now;
            foreach (BudgetClaim claim in claims)
            {
                // An answered call frees its slots a window from now, or when the day is over, which may be sooner than
                // the store could know.
                TimeSpan after = outcome == BudgetOutcome.NeverSent ? TimeSpan.Zero : _clock.HoldOf(claim.Key);
                _lines.AskBy(claim.Key, now + _clock.Units(after));
            }

            isDue = _lines.NextMoment <= now;
            if (!isDue) SetTimer(now);
        }

        if (isDue) ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Ask(), this, preferLocal: false);
    }

    /// <summary>Takes the slots of every claim, as soon as the call's turn comes.</summary>
    /// <returns>A refusal if that can't be within the longest wait, with the time at which it could.</returns>
    public async ValueTask<BudgetDecision> ReserveAsync(BudgetRequest request, CancellationToken cancellationToken)
    {
        long number = Interlocked.Increment(ref _lastNumber);
        long settled = Volatile.Read(ref _settled);
        BudgetRefusal? refusal;
        lock (_lock)
            refusal = _lines.InTheWayOf(request.Claims, number)?.Refusal;
        if (refusal is null)
        {
            BudgetDecision decision = await _store
                .ReserveAsync(request.Claims, request.CallTimeout, cancellationToken).ConfigureAwait(false);
            if (decision.IsGranted) return decision;
            refusal = decision.Refusal;
        }

        refusal = refusal with { ResumesAt = await TurnAsync(request, refusal, number).ConfigureAwait(false) };
        bool waits = request.LongestWait > TimeSpan.Zero && _clock.Until(refusal.ResumesAt) <= request.LongestWait;
        return !waits
            ? BudgetDecision.Refused(refusal)
            : await WaitAsync(request, refusal, number, settled, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>When a call could be served, if all that came before it are served as soon as can be.</summary>
    private async ValueTask<DateTimeOffset> TurnAsync(BudgetRequest request, BudgetRefusal refusal, long number)
    {
        int before;
        lock (_lock)
            before = _lines.SlotsBefore(refusal.State.Key, number);
        BudgetClaim? claim = Array.Find(request.Claims, claim => claim.Key == refusal.State.Key);
        if (before == 0 || claim is null) return refusal.ResumesAt;
        IReadOnlyList<BudgetLog> logs = await _store.ReadLogAsync([claim], CancellationToken.None)
            .ConfigureAwait(false);
        DateTimeOffset turn = BudgetForecast.SlotAt(logs[0], before + claim.Cost - 1, _clock.WallTime);
        return turn > refusal.ResumesAt ? turn : refusal.ResumesAt;
    }

    private async ValueTask<BudgetDecision> WaitAsync(
        BudgetRequest request, BudgetRefusal refusal, long number, long settled, CancellationToken cancellationToken)
    {
        long now = _clock.Now;
        var call = new WaitingCall(request, number, now + _clock.Units(request.LongestWait));
        lock (_lock)
        {
            // A call that was settled since the store was asked may have left a slot: then it is asked at once.
            bool isStale = Volatile.Read(ref _settled) != settled;
            _lines.Enter(call, refusal, isStale ? now : AskAgainAt(refusal, now));
            Volatile.Write(ref _waiting, _lines.Count);
            SetTimer(now);
        }

        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Action<CancellationToken>)state!)(token),
            (CancellationToken token) => Cancel(call, token));
        try
        {
            Notify(call, refusal);
        }
#pragma warning disable CA1031 // It is thrown on by the task, unless the call was served meanwhile.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Leave(call);
            call.Fail(exception);
        }

        return await call.Decision.ConfigureAwait(false);
    }

    private void Cancel(WaitingCall call, CancellationToken cancellationToken)
    {
        Leave(call);
        call.Cancel(cancellationToken);
    }

    private void Leave(WaitingCall call)
    {
        lock (_lock)
        {
            _lines.Leave(call);
            Volatile.Write(ref _waiting, _lines.Count);
            SetTimer(_clock.Now);
        }
    }

    private void Ask()
    {
        lock (_lock)
        {
            if (_isAsking) return;
            _isAsking = true;
        }

        _ = AskAsync();
    }

    private async Task AskAsync()
    {
        while (Next() is { } call)
        {
            try
            {
                BudgetDecision decision = await _store
                    .ReserveAsync(call.Request.Claims, call.Request.CallTimeout, CancellationToken.None)
                    .ConfigureAwait(false);
                if (decision.IsGranted)
                    await GrantAsync(call, decision).ConfigureAwait(false);
                else
                    Refuse(call, decision.Refusal);
            }
#pragma warning disable CA1031 // Whatever it is belongs to the call that asked, and must not end the wait of the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Leave(call);
                call.Fail(exception);
            }
        }
    }

    /// <summary>The call to ask for next; null ends the asking until the timer's next tick.</summary>
    private WaitingCall? Next()
    {
        lock (_lock)
        {
            // Who may be served and gives up at one moment is asked for first.
            long now = _clock.Now;
            WaitingCall? call = _lines.NextToAsk(now);
            while (call is null && _lines.NextToGiveUp(now) is { } tired)
            {
                BudgetRefusal refusal = tired.Line!.Refusal;
                _lines.Leave(tired);
                tired.TryEnd(BudgetDecision.Refused(refusal));
                call = _lines.NextToAsk(now);
            }

            Volatile.Write(ref _waiting, _lines.Count);
            if (call is not null) return call;
            _isAsking = false;
            SetTimer(now);
            return null;
        }
    }

    private async ValueTask GrantAsync(WaitingCall call, BudgetDecision decision)
    {
        Leave(call);
        if (!call.TryEnd(decision))
            await _store.SettleAsync(decision.Reservation, BudgetOutcome.NeverSent).ConfigureAwait(false);
    }

    private void Refuse(WaitingCall call, BudgetRefusal refusal)
    {
        lock (_lock)
        {
            if (call.Line is null) return;
            long now = _clock.Now;
            _lines.Enter(call, refusal, AskAgainAt(refusal, now));
        }

        Notify(call, refusal);
    }

    private void Notify(WaitingCall call, BudgetRefusal refusal)
    {
        if (call.Request.Waits is not { } waits) return;
        int before;
        lock (_lock)
            before = _lines.SlotsBefore(refusal.State.Key, call.Number);
        waits(refusal, before);
    }

    private long AskAgainAt(BudgetRefusal refusal, long now) => now + _clock.Units(_clock.AskAgainIn(refusal));

    private void SetTimer(long now)
    {
        if (_isAsking) return;
        long next = _lines.NextMoment;
        TimeSpan due = next == long.MaxValue ? Timeout.InfiniteTimeSpan : _clock.Span(next <= now ? 0 : next - now);
        _timer.Change(due > LongestTimer ? LongestTimer : due, Timeout.InfiniteTimeSpan);
    }
}
