using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// Makes one more attempt, with a permit of its own, where the server refused credentials for which there are others.
/// A 401 says that the call had no effect, so that any call may be sent again; and so does a failure in a 2xx that the
/// spec says to mean the credentials.
/// </summary>
internal sealed class RenewalHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        CallMessage.CallOf(request).Caller.CanRenew
            ? SendRenewingAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendRenewingAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ApiCall call = CallMessage.CallOf(request);
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
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
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
