using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// A message with a signature or token on it. Disposed, it is again as it was: whatever sends it once more finds no
/// spent signature in it, and whatever logs it no secret.
/// </summary>
internal readonly struct SignedMessage(CallSigner signer, HttpRequestMessage message, ApiCall call) : IDisposable
{
    private readonly Uri? _address = message.RequestUri;
    private readonly HttpContent? _content = message.Content;

    /// <summary>The body, where a hash of it is signed.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The protocol parameters as they are sent, or null where a token stands in for a signature.</summary>
    public required string? Sent { get; init; }

    /// <summary>The time that was signed with.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Takes note of how the request was signed, if the answer may say that this was wrong.</summary>
    public HttpResponseMessage Note(HttpResponseMessage response)
    {
        response.RequestMessage ??= message;
        if (response.IsSuccessStatusCode || Sent is null) return response;
        message.Options.Set(MessageNotes.SignedAt, SignedAt);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        Dispose();
        message.Options.Set(MessageNotes.Explanation, signer.Explain(message, call, Body, Sent));
        return response;
    }

    public void Dispose()
    {
        message.Headers.Remove("Authorization");
        message.RequestUri = _address;
        message.Content = _content;
    }
}
