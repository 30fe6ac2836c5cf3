using System.Text;
using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>Authorises the requests of calls, each attempt anew: by a signature, or by a token of OAuth 2.0.</summary>
internal sealed class CallSigner(OAuth1Scheme scheme, SigningClock clock)
{
    /// <summary>Puts a signature on a message, and opens the files of its body, until the result is disposed.</summary>
    /// <exception cref="BodyUnreadableException">A file of the body can't be read.</exception>
    public ValueTask<SignedMessage> SignAsync(
        HttpRequestMessage message, ApiCall call, EndpointRoute route, CancellationToken cancellationToken)
    {
        ApiCredentials credentials = call.Identity!.Credentials;
        if (call.Endpoint.Auth == AuthMode.None || credentials is BearerToken)
        {
            message.Headers.Remove("Authorization");
            if (credentials is BearerToken token && call.Endpoint.Auth != AuthMode.None)
                message.Headers.TryAddWithoutValidation("Authorization", token.Authorization);
            return new(Open(message, call) with { SignedAt = clock.Now });
        }

        OAuth1Signer signer = ((OAuth1Credentials)credentials).SignerFor(scheme);
        SignedMessage unsigned = Open(message, call);
        return scheme.HashesBodies && !call.HasForm
            ? HashAndSignAsync(unsigned, signer, message, call, route, cancellationToken)
            : new(Sign(unsigned, signer, message, call, route, bodyHash: null));
    }

    /// <summary>Tells how a message was signed, which no longer has its signature on it.</summary>
    public string Explain(HttpRequestMessage message, ApiCall call, string? bodyHash, string sent) =>
        ((OAuth1Credentials)call.Identity!.Credentials)
            .SignerFor(scheme)
            .Explain(RequestOf(message, call, bodyHash), sent);

    private async ValueTask<SignedMessage> HashAndSignAsync(
        SignedMessage unsigned,
        OAuth1Signer signer,
        HttpRequestMessage message,
        ApiCall call,
        EndpointRoute route,
        CancellationToken cancellationToken)
    {
        string bodyHash;
        try
        {
            bodyHash = await HashAsync(message.Content!, unsigned.Form, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            unsigned.Dispose();
            throw;
        }

        return Sign(unsigned, signer, message, call, route, bodyHash);
    }

    private SignedMessage Sign(
        in SignedMessage unsigned,
        OAuth1Signer signer,
        HttpRequestMessage message,
        ApiCall call,
        EndpointRoute route,
        string? bodyHash)
    {
        try
        {
            DateTimeOffset now = clock.Now;
            string sent = call.IsNormalized && !CallMessage.IsRedirected(message, call)
                ? signer.Authorize(route.PrefixOf(call), call.BeforeOAuth, call.AfterOAuth, now, bodyHash)
                : signer.Authorize(RequestOf(message, call, bodyHash), now);
            Attach(message, call, sent);
            return unsigned with { BodyHash = bodyHash, Sent = sent, SignedAt = now };
        }
        catch
        {
            unsigned.Dispose();
            throw;
        }
    }

    private static OAuth1Request RequestOf(HttpRequestMessage message, ApiCall call, string? bodyHash) => call.HasForm
        ? new OAuth1Request(message.Method, message.RequestUri!) { Form = call.Form }
        : new OAuth1Request(message.Method, message.RequestUri!) { BodyHash = bodyHash };

    /// <summary>Opens the files of a body: if one can't be, nothing has left yet.</summary>
    private SignedMessage Open(HttpRequestMessage message, ApiCall call)
    {
        OpenedForm? form = (message.Content as MultipartBody)?.Form.Open();
        var signed = new SignedMessage(this, message, call) { Form = form };
        if (form is not null) message.Content = new MultipartBody(form);
        return signed;
    }

    private async ValueTask<string> HashAsync(
        HttpContent content, OpenedForm? form, CancellationToken cancellationToken)
    {
        form?.RequireRereading();
        using var stream = new HashingStream(scheme.Hash);
        await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        return stream.GetHash();
    }

    private void Attach(HttpRequestMessage message, ApiCall call, string sent)
    {
        if (scheme.Send == OAuth1Transmission.Header)
        {
            message.Headers.Remove("Authorization");
            message.Headers.TryAddWithoutValidation("Authorization", sent);
        }
        else if (scheme.Send == OAuth1Transmission.Form && call.HasForm)
        {
            message.Content = new FormContent([.. call.Form, (byte)'&', .. Encoding.ASCII.GetBytes(sent)]);
        }
        else
        {
            string address = message.RequestUri!.OriginalString;
            char separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            message.RequestUri = CallMessage.UriOf($"{address}{separator}{sent}");
        }
    }
}
