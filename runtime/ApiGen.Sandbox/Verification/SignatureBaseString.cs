using ApiGen.Sandbox.Serving;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// The text that a request's signature is made over (RFC 5849, section 3.4.1), rebuilt from what arrived.
/// </summary>
internal static class SignatureBaseString
{
    /// <param name="request">The request.</param>
    /// <param name="header">The protocol parameters in its <c>Authorization</c> header.</param>
    public static string Of(IncomingRequest request, IEnumerable<Field> header)
    {
        IEnumerable<string> parameters = header
            .Concat(request.Query)
            .Concat(request.Form)
            .Where(field => field.Name != "oauth_signature")
            .OrderBy(field => field.EncodedName, StringComparer.Ordinal)
            .ThenBy(field => field.EncodedValue, StringComparer.Ordinal)
            .Select(field => $"{field.EncodedName}={field.EncodedValue}");
        return string.Join(
            '&',
            PercentEncoding.Encode(request.Method.ToUpperInvariant()),
            PercentEncoding.Encode($"{request.Scheme}://{Authority(request)}{request.Path}"),
            PercentEncoding.Encode(string.Join('&', parameters)));
    }

    // A port is part of the address unless it is the one the scheme implies.
    private static string Authority(IncomingRequest request)
    {
        string implied = request.Scheme == "https" ? ":443" : ":80";
        string host = request.Host.ToLowerInvariant();
        return host.EndsWith(implied, StringComparison.Ordinal) ? host[..^implied.Length] : host;
    }
}
