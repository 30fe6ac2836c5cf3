using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ApiGen.Sandbox.Serving;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// What a request's <c>Authorization</c> header claims, once it is known to be complete and readable.
/// </summary>
internal sealed record ProtocolParameters(
    AuthorizationHeader Header, string ConsumerKey, string Token, string Signature, long Timestamp, string Nonce)
{
    private static readonly string[] Required =
        ["oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce"];

    public static bool TryRead(
        IncomingRequest request,
        [NotNullWhen(true)] out ProtocolParameters? parameters,
        [NotNullWhen(false)] out VerificationProblem? problem)
    {
        parameters = null;
        if (request.Authorization.FirstOrDefault(AuthorizationHeader.IsOAuth) is not { } text)
        {
            problem = new("", "The request is not signed: it has no Authorization header of the scheme OAuth.");
            return false;
        }

        if (request.Authorization.Count > 1)
        {
            problem = Malformed("there are several of it");
            return false;
        }

        if (!AuthorizationHeader.TryParse(text, out AuthorizationHeader? header, out string? unreadable))
        {
            problem = Malformed(unreadable);
            return false;
        }

        long timestamp = 0;
        string? wrong = Repeated(request, header)
            ?? Missing(header)
            ?? Unsupported(header)
            ?? WrongTimestamp(header, out timestamp);
        if (wrong is not null)
        {
            problem = Malformed(wrong);
            return false;
        }

        parameters = new(
            header,
            header["oauth_consumer_key"]!,
            header["oauth_token"] ?? "",
            header["oauth_signature"]!,
            timestamp,
            header["oauth_nonce"]!);
        problem = null;
        return true;
    }

    private static VerificationProblem Malformed(string problem) =>
        new("", $"The Authorization header can't be used: {problem}.", IsMalformed: true);

    private static string? Repeated(IncomingRequest request, AuthorizationHeader header) =>
        request.Query.Concat(request.Form)
            .Where(field => field.Name.StartsWith("oauth_", StringComparison.Ordinal) && header[field.Name] is not null)
            .Select(field => $"it carries {field.Name}, and so does the query or the form")
            .FirstOrDefault();

    private static string? Missing(AuthorizationHeader header) =>
        Required.Where(name => string.IsNullOrEmpty(header[name])).Select(name => $"it lacks {name}").FirstOrDefault();

    private static string? Unsupported(AuthorizationHeader header)
    {
        if (header["oauth_version"] is { } version and not "1.0")
        {
            return $"its oauth_version is '{version}' and not '1.0'";
        }

        return header["oauth_signature_method"] is { } method and not "HMAC-SHA1"
            ? $"it is signed with {method}, and the sandbox verifies HMAC-SHA1"
            : null;
    }

    private static string? WrongTimestamp(AuthorizationHeader header, out long timestamp) =>
        long.TryParse(header["oauth_timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out timestamp)
        && timestamp > 0
            ? null
            : $"its oauth_timestamp '{header["oauth_timestamp"]}' is not a number of seconds since 1970";
}
