using System.Text;
using ApiGen.CompilerServices;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>The request of a call, still unsigned, with the call riding on it.</summary>
internal sealed class CallMessage : HttpRequestMessage
{
    private static readonly HttpRequestOptionsKey<ApiCall> CallKey = new("ApiGen.Call");

    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly ApiCall _call;

    private CallMessage(ApiCall call, HttpMethod method)
        : base(method, call.Address) => _call = call;

    /// <summary>Makes the request of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="route">What all calls of its endpoint have in common.</param>
    /// <param name="userAgent">The User-Agent header, or null for none.</param>
    /// <param name="mayBeCopied">Whether there are handlers that might send a copy of the request.</param>
    /// <param name="mayBeChanged">Whether there are any that might set its headers.</param>
    public static CallMessage Create(
        ApiCall call, EndpointRoute route, string? userAgent, bool mayBeCopied, bool mayBeChanged)
    {
        call.Address = UriOf(AddressOf(call, route));
        var message = new CallMessage(call, route.Method)
        {
            Content = ContentOf(call, route) ?? (mayBeChanged ? new BodilessContent() : BodilessContent.Shared),
        };
        if (userAgent is not null) message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (call.Headers is { } headers)
        {
            foreach ((string name, string value) in headers) message.Headers.TryAddWithoutValidation(name, value);
        }

        // Whoever sends a copy of a message copies its options. Where nobody does, a call needn't have any.
        if (mayBeCopied) message.Options.Set(CallKey, call);
        return message;
    }

    /// <summary>A URL that is sent, and signed, as it was written.</summary>
    public static Uri UriOf(string address) => new(address, AsItStands);

    /// <summary>
    /// The call that rides on a message, which outer handlers may copy and send again but not redirect.
    /// </summary>
    public static ApiCall CallOf(HttpRequestMessage message)
    {
        ApiCall call = (message as CallMessage)?._call ?? MessageNotes.Read(message, CallKey)
            ?? throw new InvalidOperationException(
                "An outer handler sent a request of its own; it may only pass on those it was given.");

        // A signature is of one method and address.
        bool isUnchanged = (!IsRedirected(message, call)
                || ReferenceEquals(message.RequestUri, MessageNotes.Read(message, MessageNotes.Redirect)))
            && message.Method.Method == call.Endpoint.Method;
        return isUnchanged
            ? call
            : throw new InvalidOperationException("An outer handler changed the method or address of a request.");
    }

    /// <summary>Whether a message goes elsewhere than its call was meant to.</summary>
    public static bool IsRedirected(HttpRequestMessage message, ApiCall call) =>
        !ReferenceEquals(message.RequestUri, call.Address);

    private static HttpContent? ContentOf(ApiCall call, EndpointRoute route)
    {
        if (call.HasForm) return new FormContent(call.Form);
        if (route.TakesJson) return new JsonContent(call.Json.ToBytes());
        return call.Parts is { } parts ? new MultipartBody(parts) : null;
    }

    private static string AddressOf(ApiCall call, EndpointRoute route)
    {
        string address = route.AddressOf(call);
        if (call.Query.IsEmpty) return address;
        return string.Create(address.Length + 1 + call.Query.Length, (address, call), static (url, state) =>
        {
            state.address.CopyTo(url);
            url[state.address.Length] = '?';
            Encoding.ASCII.GetChars(state.call.Query, url[(state.address.Length + 1)..]);
        });
    }
}
