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

        BudgetReservation? reservation = await _pipeline.Budgets.ReserveAsync(call, claims, cancellationToken)
            .ConfigureAwait(false);
        BudgetOutcome outcome = BudgetOutcome.NeverSent;
        ServerWord[]? words = null;
        HttpResponseMessage? response = null;
        try
        {
            using SignedMessage signed = await _signer.SignAsync(request, call, route).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            outcome = BudgetOutcome.Unknown;
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = BudgetOutcome.Completed;

            // A limit of calls at once counts them until the answer has been read.
            if (Array.Exists(claims, claim => claim.Key.Window == TimeSpan.Zero))
                await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            words = await _pipeline.Budgets.WordsOfAsync(call, claims, response, cancellationToken)
                .ConfigureAwait(false);
            return signed.Note(response);
        }
        catch (HttpRequestException exception)
            when (response is null && TransportFailure.NeverLeft(exception, request))
        {
            outcome = BudgetOutcome.NeverSent;
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

    // Who disposes an outer handler disposes what is inside it too, down to here: the primary handler is the caller's,
    // or is shared by all clients of the process.
    [SuppressMessage("Usage", "CA2215", Justification = "The base class would dispose the primary handler.")]
    protected override void Dispose(bool disposing)
    {
    }
}
