using System.Diagnostics.CodeAnalysis;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// One attempt of a call: reserve, sign, send, settle. It stands directly above the primary handler, below whatever
/// retries, so that every attempt has a permit, a nonce and a timestamp of its own.
/// </summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    private readonly CallPipeline _pipeline;
    private readonly CallSigner _signer;
    private readonly bool _takesCoded;

    public AttemptHandler(CallPipeline pipeline, CallSigner signer, HttpMessageHandler? primaryHandler)
        : base(primaryHandler ?? PrimaryHandlers.Shared)
    {
        _pipeline = pipeline;
        _signer = signer;
        _takesCoded = primaryHandler is null;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = CallMessage.CallOf(request);
        EndpointRoute route = _pipeline.RouteOf(call.Endpoint);
        (BudgetClaim[] claims, BudgetReservation? reservation) =
            await ReserveAsync(call, mayBeginAnew: true, cancellationToken).ConfigureAwait(false);
        BudgetOutcome outcome = BudgetOutcome.NeverSent;
        ServerWord[]? words = null;
        HttpResponseMessage? response = null;
        try
        {
            using SignedMessage signed =
                await _signer.SignAsync(request, call, route, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            outcome = BudgetOutcome.Unknown;
            call.Leaves();
            if (_takesCoded) ContentCoding.Ask(request);
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = BudgetOutcome.Completed;
            if (_takesCoded) ContentCoding.Undo(response);

            if (claims.Length > 0)
                words = await HearAsync(call, claims, response, cancellationToken).ConfigureAwait(false);
            return signed.Note(response);
        }
        catch (HttpRequestException exception)
            when (response is null && TransportFailure.NeverLeft(exception, request))
        {
            outcome = BudgetOutcome.NeverSent;
            call.NeverLeft();
            throw;
        }
        catch
        {
            response?.Dispose();
            throw;
        }
        finally
        {
            if (reservation is { } held)
                await _pipeline.Budgets.SettleAsync(call, held, outcome, words).ConfigureAwait(false);
        }
    }

    /// <summary>What an answer says is left.</summary>
    private ValueTask<ServerWord[]?> HearAsync(
        ApiCall call, BudgetClaim[] claims, HttpResponseMessage response, CancellationToken cancellationToken) =>
        Array.Exists(claims, static claim => claim.Key.Window == TimeSpan.Zero)
            ? HearAtEndAsync(call, claims, response, cancellationToken)
            : _pipeline.Budgets.WordsOfAsync(call, claims, response, cancellationToken);

    // A limit of calls at once counts them until the answer has been read.
    private async ValueTask<ServerWord[]?> HearAtEndAsync(
        ApiCall call, BudgetClaim[] claims, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        return await _pipeline.Budgets.WordsOfAsync(call, claims, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds out who makes an attempt, and takes what it draws on.</summary>
    private async ValueTask<(BudgetClaim[] Claims, BudgetReservation? Reservation)> ReserveAsync(
        ApiCall call, bool mayBeginAnew, CancellationToken cancellationToken)
    {
        // Before anything is reserved: the credentials say whose budgets these are, and may be long in coming.
        CallIdentity identity = await call.Caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        call.Identity = identity;
        BudgetClaim[] claims = identity.ClaimsOf(call);
        if (claims.Length == 0) return (claims, null);
        (BudgetReservation? reservation, bool hasWaited) =
            await _pipeline.Budgets.ReserveAsync(call, claims, cancellationToken).ConfigureAwait(false);
        if (!hasWaited) return (claims, reservation);

        // What was good when the wait began may have expired, or belong to somebody else by now.
        bool isKept = false;
        try
        {
            CallIdentity present = await call.Caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
            bool isSame = present.ClaimsOf(call).SequenceEqual(claims);
            if (isSame) call.Identity = present;
            isKept = isSame || !mayBeginAnew;
        }
        finally
        {
            if (!isKept && reservation is { } held)
                await _pipeline.Budgets.SettleAsync(call, held, BudgetOutcome.NeverSent, words: null)
                    .ConfigureAwait(false);
        }

        return isKept
            ? (claims, reservation)
            : await ReserveAsync(call, mayBeginAnew: false, cancellationToken).ConfigureAwait(false);
    }

    // Who disposes an outer handler disposes what is inside it too, down to here: the primary handler is the caller's,
    // or is shared by all clients of the process.
    [SuppressMessage("Usage", "CA2215", Justification = "The base class would dispose the primary handler.")]
    protected override void Dispose(bool disposing)
    {
    }
}
