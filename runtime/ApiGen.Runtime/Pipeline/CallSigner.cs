using System.Text;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>Authorises the requests of calls, each attempt anew: by a signature, or by a token of OAuth 2.0.</summary>
internal sealed class CallSigner(OAuth1Scheme scheme, SigningClock clock)
{
    /// <summary>Puts a signature on a message, until the result is disposed.</summary>
    public async ValueTask<SignedMessage> SignAsync(HttpRequestMessage message, ApiCall call, EndpointRoute route)
    {
        ApiCredentials credentials = call.Identity!.Credentials;
        if (call.Endpoint.Auth == AuthMode.None || credentials is BearerToken)
        {
            message.Headers.Remove("Authorization");
            if (credentials is BearerToken token && call.Endpoint.Auth != AuthMode.None)
                message.Headers.TryAddWithoutValidation("Authorization", token.Authorization);
            return new SignedMessage(this, message, call) { Sent = null, SignedAt = clock.Now };
        }

        OAuth1Signer signer = ((OAuth1Credentials)credentials).SignerFor(scheme);
        byte[]? body = scheme.HashesBodies && !call.HasForm
            ? await message.Content!.ReadAsByteArrayAsync().ConfigureAwait(false)
            : null;
        DateTimeOffset now = clock.Now;
        bool isRedirected = MessageNotes.Read(message, MessageNotes.Redirect) is not null;
        string sent = call.IsNormalized && !isRedirected
            ? signer.Authorize(route.PrefixOf(call), call.BeforeOAuth, call.AfterOAuth, now, body)
            : signer.Authorize(RequestOf(message, call, body), now);
        var signed = new SignedMessage(this, message, call) { Body = body, Sent = sent, SignedAt = now };
        Attach(message, call, sent);
        return signed;
    }

    /// <summary>Tells how a message was signed, which no longer has its signature on it.</summary>
    public string Explain(HttpRequestMessage message, ApiCall call, byte[]? body, string sent) =>
        ((OAuth1Credentials)call.Identity!.Credentials)
            .SignerFor(scheme)
            .Explain(RequestOf(message, call, body), sent);

    private static OAuth1Request RequestOf(HttpRequestMessage message, ApiCall call, byte[]? body) => call.HasForm
        ? new OAuth1Request(message.Method, message.RequestUri!) { Form = call.Form }
        : new OAuth1Request(message.Method, message.RequestUri!) { Body = body };

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
