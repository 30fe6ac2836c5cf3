using System.Net;
using ApiGen.CompilerServices;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>
/// A message with a signature or token on it. Disposed, it is again as it was: whatever sends it once more finds no
/// spent signature in it, and whatever logs it no secret.
/// </summary>
internal readonly struct SignedMessage(CallSigner signer, HttpRequestMessage message, ApiCall call) : IDisposable
{
    private readonly Uri? _address = message.RequestUri;
    private readonly HttpContent? _content = message.Content;

    /// <summary>The body with its files open, where it is a multipart one.</summary>
    public OpenedForm? Form { get; init; }

    /// <summary>The hash of the body, where it is signed.</summary>
    public string? BodyHash { get; init; }

    /// <summary>The protocol parameters as they are sent, or null where a token stands in for a signature.</summary>
    public string? Sent { get; init; }

    /// <summary>The time that was signed with.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>Takes note of how the request was signed, if the answer may say that this was wrong.</summary>
    public HttpResponseMessage Note(HttpResponseMessage response)
    {
        response.RequestMessage ??= message;
        bool isSuccess = response.IsSuccessStatusCode && !call.Endpoint.MayFailInSuccess;
        if (isSuccess || Sent is null) return response;
        message.Options.Set(MessageNotes.SignedAt, SignedAt);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        Dispose();
        message.Options.Set(MessageNotes.Explanation, signer.Explain(message, call, BodyHash, Sent));
        return response;
    }

    public void Dispose()
    {
        message.Headers.Remove("Authorization");
        message.RequestUri = _address;
        message.Content = _content;
        Form?.Dispose();
    }
}
