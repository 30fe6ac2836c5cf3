using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Other credentials in place of those that the server refused.</summary>
internal sealed partial class FollowUpHandler
{
    /// <summary>
    /// Makes one more attempt where the server refused credentials for which there are others. A 401 says that the call
    /// had no effect, so that any call may be sent again; and so does a failure in a 2xx that the spec says to mean the
    /// credentials.
    /// </summary>
    private async Task<HttpResponseMessage> RenewAsync(
        HttpRequestMessage request, ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response = await SetClockAsync(request, call, response, cancellationToken).ConfigureAwait(false);
        if (!call.Caller.CanRenew) return response;
        try
        {
            bool isRenewed = await RefusesCredentialsAsync(call.Endpoint, response, cancellationToken)
                    .ConfigureAwait(false)
                && call.Identity is { } refused
                && await call.Caller.RenewAsync(refused, cancellationToken).ConfigureAwait(false);
            if (!isRenewed) return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }

        response.Dispose();
        response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await SetClockAsync(request, call, response, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> RefusesCredentialsAsync(
        EndpointDescriptor endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) return response.StatusCode == HttpStatusCode.Unauthorized;
        if (!Failures.MayRefuseCredentials(endpoint, response)) return false;
        FailureDescriptor? failure =
            await Failures.FindAsync(endpoint, response, cancellationToken).ConfigureAwait(false);
        return failure?.Means == FailureMeaning.Auth;
    }
}
