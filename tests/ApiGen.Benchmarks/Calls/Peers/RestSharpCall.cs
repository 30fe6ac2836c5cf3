using ApiGen.Benchmarks.Json.Peers;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Serializers.Json;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>RestSharp with its own OAuth 1.0a and System.Text.Json's generated readers. No budget.</summary>
internal sealed class RestSharpCall(HttpMessageHandler transport, Uri server) : IDisposable
{
    private readonly RestClient _client = new(
        new RestClientOptions(server)
        {
            ConfigureMessageHandler = _ => transport,
            Authenticator = OAuth1Authenticator.ForProtectedResource(
                Account.ConsumerKey, Account.ConsumerSecret, Account.Token, Account.TokenSecret),
        },
        configureSerialization: config => config.UseSystemTextJson(PeerJsonContext.Default.Options));

    public async Task<PeerUser> FollowAsync()
    {
        RestRequest request = new RestRequest("/1.1/friendships/create.json", Method.Post)
            .AddQueryParameter("user_id", "2244994945")
            .AddQueryParameter("follow", "true");
        RestResponse<PeerUser> response = await _client.ExecuteAsync<PeerUser>(request).ConfigureAwait(false);
        return response.Data ?? throw new InvalidOperationException("RestSharp read nothing.", response.ErrorException);
    }

    public void Dispose() => _client.Dispose();
}
