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

    public AttemptHandler(CallPipeline pipeline, CallSigner signer, HttpMessageHandler primaryHandler)
        : base(primaryHandler)
    {
        _pipeline = pipeline;
        _signer = signer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = CallMessage.CallOf(request);
        EndpointRoute route = _pipeline.RouteOf(call.Endpoint);

        // Before anything is reserved: the credentials say whose budgets these are, and may be long in coming.
        CallIdentity identity = await call.Caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        call.Identity = identity;
        BudgetClaim[] claims = identity.ClaimsOf(call.Endpoint);
        if (claims.Length == 0)
        {
            using SignedMessage signed = await _signer.SignAsync(request, call, route).ConfigureAwait(false);
            return signed.Note(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }

        BudgetReservation reservation = await ReserveAsync(call, claims, cancellationToken).ConfigureAwait(false);
        BudgetOutcome outcome = BudgetOutcome.NeverSent;
        try
        {
            using SignedMessage signed = await _signer.SignAsync(request, call, route).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            outcome = BudgetOutcome.Unknown;
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = BudgetOutcome.Completed;
            return signed.Note(response);
        }
        catch (HttpRequestException exception) when (TransportFailure.NeverLeft(exception, request))
        {
            outcome = BudgetOutcome.NeverSent;
            throw;
        }
        finally
        {
            await SettleAsync(reservation, outcome).ConfigureAwait(false);
        }
    }

    // Who disposes an outer handler disposes what is inside it too, down to here: the primary handler is the caller's,
    // or is shared by all clients of the process.
    [SuppressMessage("Usage", "CA2215", Justification = "The base class would dispose the primary handler.")]
    protected override void Dispose(bool disposing)
    {
    }

    private async ValueTask<BudgetReservation> ReserveAsync(
        ApiCall call, BudgetClaim[] claims, CancellationToken cancellationToken)
    {
        BudgetDecision decision = await _pipeline.BudgetStore
            .ReserveAsync(claims, _pipeline.Timeout, cancellationToken)
            .ConfigureAwait(false);
        return decision.IsGranted
            ? decision.Reservation
            : throw new BudgetExhaustedException(
                call.Endpoint.Name, decision.Refusal, _pipeline.TimeProvider.GetUtcNow());
    }

    private async ValueTask SettleAsync(BudgetReservation reservation, BudgetOutcome outcome)
    {
        try
        {
            // Not with the caller's token: a call that was given up must still be counted right.
            await _pipeline.BudgetStore.SettleAsync(reservation, outcome, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is BudgetStoreException or ObjectDisposedException)
        {
            // The slots stay taken until a window after the deadline, which is the safe side. An answer that came is
            // worth more to the caller than this error, and the next reservation meets the same store.
        }
    }
}
