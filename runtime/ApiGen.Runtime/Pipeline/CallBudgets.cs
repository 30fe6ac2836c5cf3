using ApiGen.Budgets;
using ApiGen.Budgets.Waiting;
using ApiGen.CompilerServices;
using ApiGen.Pipeline.Words;

namespace ApiGen.Pipeline;

/// <summary>Reserves and settles the budgets of attempts.</summary>
internal sealed class CallBudgets
{
    private readonly IBudgetStore _store;
    private readonly BudgetQueue _queue;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _callTimeout;
    private readonly TimeSpan _longestWait;
    private readonly bool _sendsUncounted;
    private readonly Action<BudgetWaiting>? _waiting;
    private readonly LimitMismatches _mismatches;

    public CallBudgets(ApiDescriptor api, ApiClientOptions options)
    {
        _store = options.BudgetStore;
        _timeProvider = options.TimeProvider;
        _queue = BudgetQueue.Of(_store, _timeProvider);
        _callTimeout = options.Timeout;
        _longestWait = options.BudgetWait;
        _sendsUncounted = options.SendsUncountedIfStoreFails;
        _waiting = options.OnBudgetWaiting;
        _mismatches = new LimitMismatches(api, options.OnLimitMismatch);
    }

    /// <summary>Takes what a call draws on, and waits for it if it may.</summary>
    /// <returns>
    /// What to settle, or null if the store can't be used and the call is sent all the same; and whether it waited.
    /// </returns>
    /// <exception cref="BudgetExhaustedException">A budget has no slot, or none in time.</exception>
    /// <exception cref="BudgetStoreException">The store can't be used.</exception>
    public ValueTask<(BudgetReservation? Reservation, bool HasWaited)> ReserveAsync(
        ApiCall call, BudgetClaim[] claims, CancellationToken cancellationToken) => _sendsUncounted
            ? ReserveOrNotAsync(call, claims, cancellationToken)
            : ReserveCountedAsync(call, claims, cancellationToken);

    /// <summary>Says what became of an attempt.</summary>
    public async ValueTask SettleAsync(
        ApiCall call, BudgetReservation reservation, BudgetOutcome outcome, ServerWord[]? words)
    {
        BudgetMeter.Settled(call.Endpoint.Name, outcome);
        try
        {
            // Not with the caller's token: a call that was given up must still be counted right.
            await _store.SettleAsync(reservation, outcome, words, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is BudgetStoreException or ObjectDisposedException)
        {
            // The slots stay taken until a window after the deadline, which is the safe side. An answer that came is
            // worth more to the caller than this error, and the next reservation meets the same store.
            return;
        }

        _queue.Settled(reservation.Claims, outcome);
    }

    /// <summary>What an answer says is left.</summary>
    public ValueTask<ServerWord[]?> WordsOfAsync(
        ApiCall call, BudgetClaim[] claims, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        EndpointDescriptor endpoint = call.Endpoint;
        bool isSilent = response.IsSuccessStatusCode && !endpoint.MayFailInSuccess
            && !LimitReports.MayBeIn(endpoint.Api, response.Headers);
        return isSilent ? default : ReadWordsAsync(endpoint, claims, response, cancellationToken);
    }

    private async ValueTask<ServerWord[]?> ReadWordsAsync(
        EndpointDescriptor endpoint,
        BudgetClaim[] claims,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        FailureDescriptor? failure = null;
        if (Failures.MayLowerBudget(endpoint, response))
            failure = await Failures.FindAsync(endpoint, response, cancellationToken).ConfigureAwait(false);
        else if (!response.IsSuccessStatusCode)
            failure = Failures.Find(endpoint, (int)response.StatusCode, code: null);
        else if (!LimitReports.MayBeIn(endpoint.Api, response.Headers))
            return null;

        DateTimeOffset now = response.Headers.Date ?? _timeProvider.GetUtcNow();
        IReadOnlyList<LimitReport> reports = LimitReports.Read(endpoint.Api, response.Headers, now);
        _mismatches.Compare(endpoint, claims, reports);
        return AnswerWords.Of(claims, response, failure, reports, now);
    }

    private ValueTask<(BudgetReservation? Reservation, bool HasWaited)> ReserveCountedAsync(
        ApiCall call, BudgetClaim[] claims, CancellationToken cancellationToken)
    {
        if (_longestWait > TimeSpan.Zero) return ReserveInTurnAsync(call, claims, cancellationToken);
        ValueTask<BudgetDecision> decision = _queue.ReserveAsync(claims, _callTimeout, cancellationToken);

        // A store in memory answers at once, which needs no state machine.
        return decision.IsCompletedSuccessfully
            ? new((ReservationOf(call, decision.Result), false))
            : AwaitAsync(call, decision);
    }

    private BudgetReservation ReservationOf(ApiCall call, in BudgetDecision decision)
    {
        string endpoint = call.Endpoint.Name;
        if (decision.IsGranted)
        {
            BudgetMeter.Granted(endpoint);
            return decision.Reservation;
        }

        BudgetMeter.Refused(endpoint, decision.Refusal.State);
        throw new BudgetExhaustedException(endpoint, decision.Refusal, _timeProvider.GetUtcNow(), _longestWait);
    }

    private async ValueTask<(BudgetReservation? Reservation, bool HasWaited)> AwaitAsync(
        ApiCall call, ValueTask<BudgetDecision> decision) =>
        (ReservationOf(call, await decision.ConfigureAwait(false)), false);

    private async ValueTask<(BudgetReservation? Reservation, bool HasWaited)> ReserveOrNotAsync(
        ApiCall call, BudgetClaim[] claims, CancellationToken cancellationToken)
    {
        try
        {
            return await ReserveCountedAsync(call, claims, cancellationToken).ConfigureAwait(false);
        }
        catch (BudgetStoreException)
        {
            BudgetMeter.SentUncounted(call.Endpoint.Name);
            return (null, false);
        }
    }

    private async ValueTask<(BudgetReservation? Reservation, bool HasWaited)> ReserveInTurnAsync(
        ApiCall call, BudgetClaim[] claims, CancellationToken cancellationToken)
    {
        string endpoint = call.Endpoint.Name;
        long? began = null;
        var request = new BudgetRequest(claims, _callTimeout, _longestWait, Waits);
        try
        {
            BudgetDecision decision = await _queue.ReserveAsync(request, cancellationToken).ConfigureAwait(false);
            return (ReservationOf(call, decision), began is not null);
        }
        finally
        {
            if (began is { } moment)
            {
                call.Deadline?.Resume();
                BudgetMeter.Waited(endpoint, _timeProvider.GetElapsedTime(moment));
            }
        }

        void Waits(BudgetRefusal refusal, int before)
        {
            if (began is null)
            {
                began = _timeProvider.GetTimestamp();
                call.Deadline?.Pause();
                BudgetMeter.BeganToWait(endpoint);
            }

            TimeSpan waited = _timeProvider.GetElapsedTime(began.Value);
            _waiting?.Invoke(new BudgetWaiting(endpoint, refusal, before, waited));
        }
    }
}
