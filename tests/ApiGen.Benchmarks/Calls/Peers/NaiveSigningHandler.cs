using System.Net.Http.Headers;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>The same signing for clients that know nothing of OAuth 1.0a.</summary>
internal sealed class NaiveSigningHandler(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string header = NaiveSigner.Sign(request.Method, request.RequestUri!);
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", header);
        return base.SendAsync(request, cancellationToken);
    }
}
