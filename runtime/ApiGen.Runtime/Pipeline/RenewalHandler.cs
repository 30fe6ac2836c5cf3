using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// Makes one more attempt, with a permit of its own, where the server refused credentials for which there are others.
/// A 401 says that the call had no effect, so that any call may be sent again.
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
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;

        ApiCall call = CallMessage.CallOf(request);
        try
        {
            bool isRenewed = call.Identity is { } refused
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
}
