namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>Sends a request again until the server has no trouble, and never sees how one was authorised.</summary>
internal sealed class RetryOnServerError : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Assert.Null(request.Headers.Authorization);
            if ((int)response.StatusCode < 500) return response;
            response.Dispose();
        }
    }
}
