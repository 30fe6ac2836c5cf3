namespace ApiGen.Pipeline;

/// <summary>
/// Follows redirects within the origin of a call. Each is signed for its own URL and draws on the budget anew; none
/// leads to another origin, where the signature would be in a stranger's hands.
/// </summary>
internal sealed class RedirectHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    private const int Most = 5;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri? address = request.RequestUri;
        try
        {
            for (int followed = 0; ; followed++)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (Redirect.Of(request, response) is not { } redirect) return response;
                string? refusal = followed == Most ? $"it was redirected more than {Most} times" : redirect.Refusal;
                if (refusal is not null)
                {
                    request.Options.Set(MessageNotes.Refusal, refusal);
                    return response;
                }

                response.Dispose();
                request.Options.Set(MessageNotes.Redirect, redirect.Target);
                request.RequestUri = redirect.Target;
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
