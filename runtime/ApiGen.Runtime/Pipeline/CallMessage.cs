using System.Text;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Makes the request of a call, still unsigned, with the call riding on it.</summary>
internal static class CallMessage
{
    // In the options, because a handler that sends a copy of a message copies them.
    private static readonly HttpRequestOptionsKey<ApiCall> CallKey = new("ApiGen.Call");

    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    public static HttpRequestMessage Create(ApiCall call, EndpointRoute route, string? userAgent)
    {
        call.Address = UriOf(AddressOf(call, route));
        var message = new HttpRequestMessage(route.Method, call.Address)
        {
            Content = call.HasForm ? new FormContent(call.Form) : new BodilessContent(),
        };
        if (userAgent is not null) message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        foreach ((string name, string value) in call.Headers ?? []) message.Headers.TryAddWithoutValidation(name, value);
        message.Options.Set(CallKey, call);
        return message;
    }

    /// <summary>A URL that is sent, and signed, as it was written.</summary>
    public static Uri UriOf(string address) => new(address, AsItStands);

    /// <summary>
    /// The call that rides on a message, which outer handlers may copy and send again but not redirect.
    /// </summary>
    public static ApiCall CallOf(HttpRequestMessage message)
    {
        if (!message.Options.TryGetValue(CallKey, out ApiCall? call))
            throw new InvalidOperationException(
                "An outer handler sent a request of its own; it may only pass on those it was given.");

        // A signature is of one method and address.
        bool isUnchanged = ReferenceEquals(
                message.RequestUri, MessageNotes.Read(message, MessageNotes.Redirect) ?? call.Address)
            && message.Method.Method == call.Endpoint.Method;
        return isUnchanged
            ? call
            : throw new InvalidOperationException("An outer handler changed the method or address of a request.");
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
