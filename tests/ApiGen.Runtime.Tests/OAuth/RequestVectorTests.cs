using System.Globalization;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>The public vectors of whole requests that are signed by HMAC-SHA1 into the Authorization header.</summary>
public sealed class RequestVectorTests
{
    private const string NoSecrets = "the source gives a signature and not the secrets behind it";
    private const string NoProtocolParameters = "the source signs without any protocol parameter";
    private const string Callback = "oauth_callback belongs to the request for a token, which isn't built yet";
    private const string Verifier = "oauth_verifier belongs to the request for a token, which isn't built yet";
    private const string BodyHash = "oauth_body_hash isn't built yet";
    private const string NoToken = "a request without a token isn't built yet";
    private const string NoVersion = "oauth_version is always sent";

    public static TheoryData<string> Computable => Vector.Ids("request", vector => WhyNot(vector) != NoSecrets);

    public static TheoryData<string> Expressible => Vector.Ids("request", vector => WhyNot(vector) is null);

    [Fact]
    public void The_requests_that_the_signer_cant_express_yet_are_counted() => Assert.Equal(
        new Dictionary<string, int>
        {
            [NoSecrets] = 2,
            [NoProtocolParameters] = 6,
            [Callback] = 4,
            [Verifier] = 3,
            [BodyHash] = 8,
            [NoToken] = 7,
            [NoVersion] = 7,
            ["expressible"] = 17,
        },
        Vector.All.Values
            .Where(vector => vector.Kind == "request")
            .CountBy(vector => WhyNot(vector) ?? "expressible")
            .ToDictionary());

    [Theory, MemberData(nameof(Expressible))]
    public void A_request_is_signed_as_the_vector_says(string id)
    {
        Vector vector = Vector.All[id];
        Dictionary<string, string> oauth = vector.Oauth;
        var signer = new OAuth1Signer(new OAuth1Credentials(
            oauth["oauth_consumer_key"], vector.ConsumerSecret ?? "", oauth["oauth_token"], vector.TokenSecret ?? ""));
        byte[] prefix = SignatureBaseString.Prefix(vector.Method, new RequestUrl(vector.Url).BaseStringUri);
        (byte[] before, byte[] after) = Parameters.Split(OwnParameters(vector));
        byte[] nonce = Encoding.ASCII.GetBytes(oauth["oauth_nonce"]);
        long timestamp = long.Parse(oauth["oauth_timestamp"], CultureInfo.InvariantCulture);

        byte[] buffer = new byte[signer.MaxBaseStringLength(prefix, before, after, nonce)];
        int length = signer.WriteBaseString(prefix, before, after, nonce, timestamp, buffer);
        HashSet<string> header = HeaderParameters(signer.Authorize(prefix, before, after, nonce, timestamp));

        if (vector.Right("base_string") is { } baseString)
            Assert.Equal(baseString, Encoding.ASCII.GetString(buffer, 0, length));
        if (vector.Right("signature") is { } signature)
            Assert.Contains($"oauth_signature=\"{Uri.EscapeDataString(signature)}\"", header);
        if (vector.Right("authorization_header") is { } expected)
            Assert.Equal(HeaderParameters(expected), header);
    }

    [Theory, MemberData(nameof(Computable))]
    public void The_parts_of_a_signature_are_as_the_vector_says_whatever_the_protocol_parameters(string id)
    {
        Vector vector = Vector.All[id];
        string uri = new RequestUrl(vector.Url).BaseStringUri;
        string normalized = Parameters.Normalize(
            [.. OwnParameters(vector), .. vector.Oauth.Select(parameter => (parameter.Key, parameter.Value))]);
        byte[] baseString =
        [
            .. SignatureBaseString.Prefix(vector.Method, uri),
            .. Encoding.ASCII.GetBytes(PercentEncoding.Encode(normalized)),
        ];

        AssertRight(vector, "base_string_uri", uri);
        AssertRight(vector, "normalized_params", normalized);
        AssertRight(vector, "base_string", Encoding.ASCII.GetString(baseString));
        if (vector.ConsumerSecret is null) return;

        byte[] key = SigningKey.Of(vector.ConsumerSecret, vector.TokenSecret!);
        byte[] code = new byte[HmacSha1.Length];
        new HmacSha1(key).Compute(baseString, code);
        AssertRight(vector, "signing_key", Encoding.ASCII.GetString(key));
        AssertRight(vector, "signature", Convert.ToBase64String(code));
    }

    /// <summary>Why the signer can't send a vector's protocol parameters as they are, or null if it can.</summary>
    private static string? WhyNot(Vector vector)
    {
        if (vector.Status == "header-only") return NoSecrets;
        if (vector.Oauth.Count == 0) return NoProtocolParameters;
        if (vector.Oauth.ContainsKey("oauth_callback")) return Callback;
        if (vector.Oauth.ContainsKey("oauth_verifier")) return Verifier;
        if (vector.Oauth.ContainsKey("oauth_body_hash")) return BodyHash;
        if (!vector.Oauth.ContainsKey("oauth_token")) return NoToken;
        if (!vector.Oauth.ContainsKey("oauth_version")) return NoVersion;
        return null;
    }

    private static IEnumerable<(string Name, string Value)> OwnParameters(Vector vector) =>
        [.. new RequestUrl(vector.Url).Query, .. vector.FormParams.Select(pair => (pair[0], pair[1]))];

    private static void AssertRight(Vector vector, string field, string actual) =>
        Assert.Equal(vector.Right(field) ?? actual, actual);

    /// <summary>Sources differ in order and spacing; a realm, which is never signed, isn't built yet.</summary>
    private static HashSet<string> HeaderParameters(string header)
    {
        Assert.StartsWith("OAuth ", header, StringComparison.Ordinal);
        return
        [
            .. header["OAuth ".Length..].Split(',', StringSplitOptions.TrimEntries)
                .Where(parameter => !parameter.StartsWith("realm=", StringComparison.Ordinal)),
        ];
    }
}
