using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ApiGen.Benchmarks.Json.Peers;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>What a good developer writes by hand: HttpClient, a signer, System.Text.Json's generator. No budget.</summary>
internal sealed class UsualCall(HttpMessageHandler transport, Uri server) : IDisposable
{
    private readonly HttpClient _client = new(transport) { BaseAddress = server };

    public async Task<PeerUser> FollowAsync(long userId, bool follow)
    {
        string flag = follow ? "true" : "false";
        string id = Uri.EscapeDataString(userId.ToString(CultureInfo.InvariantCulture));
        var url = new Uri(_client.BaseAddress!, $"/1.1/friendships/create.json?user_id={id}&follow={flag}");
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", NaiveSigner.Sign(request.Method, url));
        using HttpResponseMessage response = await _client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        PeerUser? user = await response.Content
            .ReadFromJsonAsync(PeerJsonContext.Default.PeerUser)
            .ConfigureAwait(false);
        return user!;
    }

    public void Dispose() => _client.Dispose();
}
