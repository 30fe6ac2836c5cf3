using System.Buffers;
using System.Text;
using ApiGen.CompilerServices;
using Twitter;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>
/// The least that a signed and typed call can do, written by hand for one endpoint: no budget, no timeout, no failures,
/// no retries. It borrows the signer and the reader.
/// </summary>
internal sealed class FloorCall(HttpMessageHandler transport, Uri server) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(transport);
    private readonly OAuth1Signer _signer = new(Account.Credentials);
    private readonly string _address = new Uri(server, "/1.1/friendships/create.json").ToString();
    private readonly byte[] _prefix =
        SignatureBaseString.Prefix("POST", new Uri(server, "/1.1/friendships/create.json"));

    public async Task<User> FollowAsync(long userId)
    {
        byte[] id = Encoding.ASCII.GetBytes($"user_id={userId}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_address}?follow=true&user_id={userId}");
        request.Headers.TryAddWithoutValidation(
            "Authorization", _signer.Authorize(_prefix, "follow=true"u8, id, TimeProvider.System.GetUtcNow()));
        using HttpResponseMessage response = await _invoker.SendAsync(request, default).ConfigureAwait(false);
        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        byte[] body = ArrayPool<byte>.Shared.Rent((int)response.Content.Headers.ContentLength! + 1);
        int length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false).ConfigureAwait(false);
        User user = JsonBody.Read(body.AsSpan(0, length), User.Read);
        ArrayPool<byte>.Shared.Return(body);
        return user;
    }

    public void Dispose() => _invoker.Dispose();
}
