using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>The server's clock in place of the machine's.</summary>
internal sealed partial class FollowUpHandler
{
    /// <summary>A Date header has whole seconds, and was written a little before it is read.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>What servers commonly tolerate; where a spec is silent, less isn't the reason for a refusal.</summary>
    private static readonly TimeSpan UsualTolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Sends a call once more by the server's clock, if the server refused it for its timestamp: with a nonce, a
    /// timestamp and a permit of its own.
    /// </summary>
    /// <remarks>
    /// A call that must not be replayed is sent again as well. Replay is forbidden where the outcome of a call is
    /// unknown; here it is known: a server that refuses a timestamp (RFC 5849 §3.2) hasn't executed the request.
    /// </remarks>
    private async Task<HttpResponseMessage> SetClockAsync(
        HttpRequestMessage request, ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (IsFinal(call, response)) return response;
        if (response.Headers.Date is not { } serverTime) return response;
        if (MessageNotes.Read(request, MessageNotes.SignedAt) is not { } signedAt) return response;
        TimeSpan skew = (serverTime - signedAt).Duration();
        if (skew < Tolerance) return response;
        if (!await IsRefusedForTimeAsync(call.Endpoint, response, skew, cancellationToken).ConfigureAwait(false))
            return response;

        clock.Learn(serverTime);
        response.Dispose();
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> IsRefusedForTimeAsync(
        EndpointDescriptor endpoint, HttpResponseMessage response, TimeSpan skew, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        if (!Failures.TellsTime(endpoint))
            return response.StatusCode == HttpStatusCode.Unauthorized && skew > UsualTolerance;
        if (!Failures.MayTellTime(endpoint, status)) return false;

        FailureDescriptor? failure =
            await Failures.FindAsync(endpoint, response, cancellationToken).ConfigureAwait(false);
        return failure?.Means == FailureMeaning.Clock;
    }
}
