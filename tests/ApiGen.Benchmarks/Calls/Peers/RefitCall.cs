using ApiGen.Benchmarks.Json.Peers;
using Refit;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>Refit's generated client with System.Text.Json's generated readers, signing in a handler. No budget.</summary>
internal sealed class RefitCall(HttpMessageHandler transport, Uri server)
{
    private readonly IRefitTwitter _client = RestService.ForGenerated<IRefitTwitter>(
        new HttpClient(new NaiveSigningHandler(transport)) { BaseAddress = server },
        new RefitSettings(new SystemTextJsonContentSerializer(PeerJsonContext.Default.Options)));

    public Task<PeerUser> FollowAsync() => _client.FollowAsync(2244994945, "true");
}
