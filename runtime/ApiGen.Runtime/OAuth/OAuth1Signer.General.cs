using System.Buffers;
using System.Text;

namespace ApiGen.OAuth;

/// <summary>Signs requests whose URLs are known only at run time, such as the next page or a redirect's.</summary>
public sealed partial class OAuth1Signer
{
    private const int PairsOnStack = 16;

    /// <summary>Signs a request and returns OAuth's own parameters as the scheme sends them.</summary>
    /// <param name="method">The HTTP method; signed in capitals.</param>
    /// <param name="address">The absolute http or https URL, with its query.</param>
    /// <param name="form">The body as it is sent, if it is form-urlencoded; empty if it isn't or there is none.</param>
    /// <returns>
    /// The value of the Authorization header; or, where the scheme sends them elsewhere, <c>name=value</c> pairs joined
    /// by ampersands, to be appended to the query or the form.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The URL isn't an absolute http or https one, carries one of these parameters already, or would receive the
    /// secrets of PLAINTEXT without TLS.
    /// </exception>
    public string Authorize(HttpMethod method, Uri address, ReadOnlySpan<byte> form = default) =>
        Authorize(form.IsEmpty
            ? new OAuth1Request(method, address)
            : new OAuth1Request(method, address) { Form = form });

    /// <summary>Signs a request and returns OAuth's own parameters as the scheme sends them.</summary>
    /// <param name="request">What is sent.</param>
    /// <returns>
    /// The value of the Authorization header; or, where the scheme sends them elsewhere, <c>name=value</c> pairs joined
    /// by ampersands, to be appended to the query or the form.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The URL isn't an absolute http or https one, carries one of these parameters already, or would receive the
    /// secrets of PLAINTEXT without TLS.
    /// </exception>
    public string Authorize(in OAuth1Request request) => Authorize(request, _timeProvider.GetUtcNow());

    /// <summary>Signs with a new nonce at a time that the caller chose.</summary>
    internal string Authorize(in OAuth1Request request, DateTimeOffset now)
    {
        Span<byte> nonce = stackalloc byte[Nonce.Length];
        Nonce.Write(nonce);
        return Authorize(request, nonce, now.ToUnixTimeSeconds());
    }

    /// <summary>Signs with a nonce of unreserved characters and a timestamp that the caller chose.</summary>
    internal string Authorize(in OAuth1Request request, ReadOnlySpan<byte> nonce, long timestamp) =>
        Process(request, nonce, timestamp, explained: null);

    /// <summary>Signs, or explains what was sent.</summary>
    private string Process(in OAuth1Request request, ReadOnlySpan<byte> nonce, long timestamp, string? explained)
    {
        Check(request.Address);
        ReadOnlySpan<char> query = request.Address.Query.AsSpan().TrimStart('?');
        int count = RequestParameters.MaxCount(query) + RequestParameters.MaxCount(request.Form);
        var lengths = new Lengths(
            SignatureBaseString.MaxPrefixLength(request.Method.Method, request.Address),
            query.Length,
            PercentEncoding.MaxExpansion * (query.Length + request.Form.Length),
            count);

        byte[]? rented = null;
        RequestParameters.Pair[]? rentedPairs = null;
        Span<byte> buffer = lengths.Total <= StackLimit
            ? stackalloc byte[StackLimit]
            : rented = ArrayPool<byte>.Shared.Rent(lengths.Total);
        Span<RequestParameters.Pair> pairs = count <= PairsOnStack
            ? stackalloc RequestParameters.Pair[PairsOnStack]
            : rentedPairs = ArrayPool<RequestParameters.Pair>.Shared.Rent(count);
        try
        {
            return Process(request, query, lengths, buffer, pairs, nonce, timestamp, explained);
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            if (rentedPairs is not null) ArrayPool<RequestParameters.Pair>.Shared.Return(rentedPairs);
        }
    }

    private string Process(
        in OAuth1Request request, ReadOnlySpan<char> query, Lengths lengths,
        Span<byte> buffer, Span<RequestParameters.Pair> pairs,
        ReadOnlySpan<byte> nonce, long timestamp, string? explained)
    {
        var prefix = new ByteWriter(buffer[..lengths.Prefix]);
        SignatureBaseString.WritePrefix(request.Method.Method, request.Address, ref prefix);
        buffer = buffer[lengths.Prefix..];

        Span<byte> ascii = buffer[..lengths.Query];
        Encoding.ASCII.GetBytes(query, ascii);
        buffer = buffer[lengths.Query..];

        var parameters = new RequestParameters(buffer[..lengths.Parameters], pairs);
        parameters.Add(ascii);
        parameters.Add(request.Form);
        (int start, int end) = parameters.FindOAuth();

        var joined = new ByteWriter(buffer[lengths.Parameters..]);
        parameters.Write(0, start, ref joined);
        int before = joined.Length;
        parameters.Write(end, parameters.Count, ref joined);
        (ProtocolTemplate inBaseString, ProtocolTemplate sent) = explained is null
            ? TemplatesOf(request, parameters, start, end)
            : MaskedTemplatesOf(request, parameters, start, end);
        var parts = new SignedParts(
            prefix.Written, joined.Written[..before], joined.Written[before..], inBaseString, sent);
        return explained is null
            ? Authorize(parts, nonce, timestamp)
            : Explain(parts, nonce, timestamp, explained);
    }

    private (ProtocolTemplate InBaseString, ProtocolTemplate Sent) TemplatesOf(
        in OAuth1Request request, RequestParameters parameters, int start, int end)
    {
        string? bodyHash = BodyHashOf(request);
        if (start == end && bodyHash is null && request.Callback is null && request.Verifier is null)
            return (_inBaseString, _sent);

        return TemplatesOf(
            With(
                _constants, ("oauth_body_hash", bodyHash),
                ("oauth_callback", request.Callback), ("oauth_verifier", request.Verifier)),
            parameters, start, end);
    }

    private (ProtocolTemplate InBaseString, ProtocolTemplate Sent) MaskedTemplatesOf(
        in OAuth1Request request, RequestParameters parameters, int start, int end) => TemplatesOf(
        With(
            MaskedConstants(), ("oauth_body_hash", BodyHashOf(request)),
            ("oauth_callback", request.Callback), ("oauth_verifier", request.Verifier is null ? null : Mask)),
        parameters, start, end);

    private (ProtocolTemplate InBaseString, ProtocolTemplate Sent) TemplatesOf(
        ProtocolParameter[] sent, RequestParameters parameters, int start, int end)
    {
        List<ProtocolParameter> all = [.. sent];
        for (int i = start; i < end; i++)
        {
            // Others of the name may be in a URL, and are signed there like any parameter.
            var own = new ProtocolParameter(
                Encoding.ASCII.GetString(parameters.NameOf(i)), Encoding.ASCII.GetString(parameters.ValueOf(i)));
            if (ProtocolTemplate.HasVariable(own.Name) || Array.Exists(sent, parameter => parameter.Name == own.Name))
                throw new ArgumentException($"The request already carries {own.Name}.");
            all.Add(own);
        }

        return (ProtocolTemplate.InBaseString(all), ProtocolTemplate.Sent(_scheme, sent));
    }

    private void Check(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new ArgumentException("The address must be an absolute http or https URL.", nameof(address));
        if (!Ascii.IsValid(address.AbsolutePath) || !Ascii.IsValid(address.Query))
            throw new ArgumentException("Path and query must be percent-encoded.", nameof(address));
        if (!_scheme.MayGoTo(address))
        {
            throw new ArgumentException(
                "PLAINTEXT sends the secrets themselves, and so only over https or to this machine.", nameof(address));
        }
    }

    /// <summary>How long the parts of a signature's input are at most, as they lie one after the other.</summary>
    private readonly record struct Lengths(int Prefix, int Query, int Parameters, int Count)
    {
        public int Total => Prefix + Query + Parameters + Parameters + (2 * Count);
    }
}
