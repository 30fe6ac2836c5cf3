using System.Text.RegularExpressions;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>Sends a request again until the server has no trouble, and notes the nonce of each attempt.</summary>
internal sealed partial class RetryOnServerError : DelegatingHandler
{
    public List<string> Nonces { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Nonces.Add(Nonce().Match(request.Headers.GetValues("Authorization").Single()).Groups[1].Value);
            if ((int)response.StatusCode < 500) return response;
            response.Dispose();
        }
    }

    [GeneratedRegex("oauth_nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();
}
