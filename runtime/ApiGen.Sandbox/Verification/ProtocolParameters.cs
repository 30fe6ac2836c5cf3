using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ApiGen.Sandbox.Serving;

namespace ApiGen.Sandbox.Verification;

/// <summary>
/// What a request claims in its <c>Authorization</c> header, its query or its form (RFC 5849, section 3.5), once it is
/// known to be complete and readable. <c>Header</c> is empty if they came elsewhere.
/// </summary>
internal sealed record ProtocolParameters(
    IReadOnlyList<Field> Header, string ConsumerKey, string Token, SignatureMethod Method, string Signature,
    long Timestamp, string Nonce, string? BodyHash)
{
    private static readonly string[] Required = ["oauth_consumer_key", "oauth_signature_method", "oauth_signature"];

    // PLAINTEXT may do without (RFC 5849, section 3.1).
    private static readonly string[] RequiredToSign = [.. Required, "oauth_timestamp", "oauth_nonce"];

    public static bool TryRead(
        IncomingRequest request,
        [NotNullWhen(true)] out ProtocolParameters? parameters,
        [NotNullWhen(false)] out VerificationProblem? problem)
    {
        parameters = null;
        if (!TryFind(request, out string place, out IReadOnlyList<Field> header, out problem)) return false;

        List<Field> fields = [.. header, .. request.Query.Concat(request.Form).Where(IsProtocol)];
        Dictionary<string, string> values = [];
        string? wrong = null;
        foreach (Field field in fields)
        {
            if (!values.TryAdd(field.Name, field.Value)) wrong ??= $"the request carries {field.Name} twice";
        }

        long timestamp = 0;
        wrong ??= Missing(values) ?? Unsupported(values) ?? WrongTimestamp(values, out timestamp);
        if (wrong is not null)
        {
            problem = Malformed(place, wrong);
            return false;
        }

        parameters = new(
            header,
            values["oauth_consumer_key"],
            values.GetValueOrDefault("oauth_token", ""),
            SignatureMethod.Named(values["oauth_signature_method"])!,
            values["oauth_signature"],
            timestamp,
            values.GetValueOrDefault("oauth_nonce", ""),
            values.GetValueOrDefault("oauth_body_hash"));
        return true;
    }

    /// <summary>Whether a field of a query or form is OAuth's own.</summary>
    public static bool IsProtocol(Field field) => field.Name.StartsWith("oauth_", StringComparison.Ordinal);

    /// <summary>Finds the place of the signature: the header, or where <c>oauth_signature</c> is.</summary>
    private static bool TryFind(
        IncomingRequest request, out string place, out IReadOnlyList<Field> header,
        [NotNullWhen(false)] out VerificationProblem? problem)
    {
        (place, header, problem) = ("The Authorization header", [], null);
        if (request.Authorization.FirstOrDefault(AuthorizationHeader.IsOAuth) is { } text)
        {
            string? unreadable = "there are several of it";
            if (request.Authorization.Count == 1
                && AuthorizationHeader.TryParse(text, out AuthorizationHeader? parsed, out unreadable))
            {
                header = parsed.Fields;
                return true;
            }

            problem = Malformed(place, unreadable!);
            return false;
        }

        place = request.Query.Any(IsSignature) ? "The query's signature" : "The form's signature";
        if (request.Query.Concat(request.Form).Any(IsSignature)) return true;
        problem = new(
            "",
            "The request is not signed: it has no Authorization header of the scheme OAuth, and no oauth_signature " +
            "in query or form.");
        return false;
    }

    private static bool IsSignature(Field field) => field.Name == "oauth_signature";

    private static VerificationProblem Malformed(string place, string problem) =>
        new("", $"{place} can't be used: {problem}.", IsMalformed: true);

    private static string? Missing(Dictionary<string, string> values) =>
        (values.GetValueOrDefault("oauth_signature_method") == "PLAINTEXT" ? Required : RequiredToSign)
            .Where(name => string.IsNullOrEmpty(values.GetValueOrDefault(name)))
            .Select(name => $"it lacks {name}")
            .FirstOrDefault();

    private static string? Unsupported(Dictionary<string, string> values)
    {
        if (values.TryGetValue("oauth_version", out string? version) && version != "1.0")
        {
            return $"its oauth_version is '{version}' and not '1.0'";
        }

        string method = values["oauth_signature_method"];
        return SignatureMethod.Named(method) is null
            ? $"it is signed with {method}, and the sandbox verifies "
                + string.Join(", ", SignatureMethod.All.Select(known => known.Name))
            : null;
    }

    private static string? WrongTimestamp(Dictionary<string, string> values, out long timestamp)
    {
        timestamp = 0;
        if (!values.TryGetValue("oauth_timestamp", out string? text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out timestamp) && timestamp > 0
            ? null
            : $"its oauth_timestamp '{text}' is not a number of seconds since 1970";
    }
}
