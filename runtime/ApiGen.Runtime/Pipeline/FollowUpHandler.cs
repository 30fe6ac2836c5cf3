using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// Makes further attempts at a call where an answer asks for one: by the server's clock, with other credentials, or at
/// another address. Each is signed anew and draws on the budget anew.
/// </summary>
/// <remarks>
/// One handler for all three, because nearly every answer is a success that none of them looks at: it passes here once,
/// and for nothing if it is there at once.
/// </remarks>
internal sealed partial class FollowUpHandler(SigningClock clock, HttpMessageHandler innerHandler)
    : DelegatingHandler(innerHandler)
{
    private const int MostRedirects = 5;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> first = base.SendAsync(request, cancellationToken);
        return first.IsCompletedSuccessfully && IsFinal(CallMessage.CallOf(request), first.Result)
            ? first
            : FollowUpAsync(request, first, cancellationToken);
    }

    private static bool IsFinal(ApiCall call, HttpResponseMessage response) =>
        response.IsSuccessStatusCode && !call.Endpoint.MayFailInSuccess;

    private async Task<HttpResponseMessage> FollowUpAsync(
        HttpRequestMessage request, Task<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await first.ConfigureAwait(false);
        ApiCall call = CallMessage.CallOf(request);
        return IsFinal(call, response)
            ? response
            : await RedirectAsync(request, call, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Follows redirects within the origin of a call. Each is signed for its own URL; none leads to another origin,
    /// where the signature would be in a stranger's hands.
    /// </summary>
    private async Task<HttpResponseMessage> RedirectAsync(
        HttpRequestMessage request, ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Uri? address = request.RequestUri;
        try
        {
            for (int followed = 0; ; followed++)
            {
                response = await RenewAsync(request, call, response, cancellationToken).ConfigureAwait(false);
                if (Redirect.Of(request, response) is not { } redirect) return response;
                string? refusal =
                    followed == MostRedirects ? $"it was redirected more than {MostRedirects} times" : redirect.Refusal;
                if (refusal is not null)
                {
                    request.Options.Set(MessageNotes.Refusal, refusal);
                    return response;
                }

                response.Dispose();
                request.Options.Set(MessageNotes.Redirect, redirect.Target);
                request.RequestUri = redirect.Target;
                response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!ReferenceEquals(request.RequestUri, address))
            {
                request.Options.Set(MessageNotes.Redirect, null);
                request.RequestUri = address;
            }
        }
    }
}
