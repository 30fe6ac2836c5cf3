using System.Globalization;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>A vector's request, put to the signer.</summary>
internal sealed class VectorRequest(Vector vector)
{
    private readonly Uri _url = new(vector.Url, UriKind.RelativeOrAbsolute);

    /// <summary>Why the signer can't sign the request as the source does, or null if it can.</summary>
    public string? WhyNotSigned
    {
        get
        {
            bool isKnown = vector.Oauth.ContainsKey("oauth_nonce") && vector.Oauth.ContainsKey("oauth_timestamp");
            if (vector.Oauth.Count == 0) return "parts only: the source signs without a protocol parameter";
            if (!isKnown && vector.SignatureMethod != "PLAINTEXT") return "parts only: the source has no nonce or time";
            if (vector.Oauth.ContainsKey("oauth_body_hash") && vector.Body is null && vector.BodyKind != "none")
                return "parts only: the source doesn't give the body behind its hash";
            if (vector.SignatureMethod == "PLAINTEXT" && _url.Scheme == "http")
                return "parts only: the source sends its secrets without TLS";
            return vector.SignatureMethod.StartsWith("RSA", StringComparison.Ordinal) && vector.RsaPrivateKey is null
                ? "parts only: the source gives no key"
                : null;
        }
    }

    private OAuth1Scheme Scheme => new()
    {
        Signature = SignatureMethod,
        Send = Enum.Parse<OAuth1Transmission>(vector.OauthLocation, ignoreCase: true),
        Realm = vector.Realm,
        BodyHash = vector.Oauth.ContainsKey("oauth_body_hash"),
        SendsVersion = vector.Oauth.ContainsKey("oauth_version"),
    };

    private OAuth1SignatureMethod SignatureMethod => Enum.Parse<OAuth1SignatureMethod>(
        vector.SignatureMethod.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private OAuth1Credentials Credentials
    {
        get
        {
            string consumerKey = vector.Oauth["oauth_consumer_key"];
            string token = vector.Oauth.GetValueOrDefault("oauth_token", "");
            if (vector.RsaPrivateKey is { } key) return OAuth1Credentials.WithPrivateKey(consumerKey, key.Pem, token);
            string consumerSecret = vector.ConsumerSecret ?? "";
            return token.Length == 0
                ? new OAuth1Credentials(consumerKey, consumerSecret)
                : new OAuth1Credentials(consumerKey, consumerSecret, token, vector.TokenSecret ?? "");
        }
    }

    private byte[] Form => Encoding.ASCII.GetBytes(vector.Body
        ?? string.Join('&', vector.FormParams.Select(pair => $"{Escape(pair[0])}={Escape(pair[1])}")));

    /// <summary>Signs it as any user would, and compares what is sent.</summary>
    public void AssertSigned()
    {
        var signer = new OAuth1Signer(Credentials, Scheme);
        var request = new OAuth1Request(new HttpMethod(vector.Method), _url)
        {
            Body = Encoding.UTF8.GetBytes(vector.Body ?? ""),
            Callback = vector.Oauth.GetValueOrDefault("oauth_callback"),
            Verifier = vector.Oauth.GetValueOrDefault("oauth_verifier"),
        };
        if (vector.BodyKind == "form") request = WithForm(request, Form);
        byte[] nonce = Encoding.ASCII.GetBytes(vector.Oauth.GetValueOrDefault("oauth_nonce", "n"));
        long timestamp = long.Parse(
            vector.Oauth.GetValueOrDefault("oauth_timestamp", "1"), CultureInfo.InvariantCulture);

        HashSet<string> sent = Sent(signer.Authorize(request, nonce, timestamp));

        if (vector.Right("signature") is { } signature) Assert.Contains(Pair("oauth_signature", signature), sent);
        Assert.All(vector.Oauth, parameter => Assert.Contains(Pair(parameter.Key, parameter.Value), sent));
        if (vector.Right("authorization_header") is { } header) Assert.Superset(Sent(header), sent);
    }

    /// <summary>Makes each part of the signature by itself, whatever the protocol parameters.</summary>
    public void AssertParts()
    {
        var own = new RequestParameters(new byte[10_000], new RequestParameters.Pair[100]);
        own.Add(Encoding.ASCII.GetBytes(_url.Query.TrimStart('?')));
        if (vector.BodyKind == "form") own.Add(Form);
        own.Add(Encoding.ASCII.GetBytes(string.Join('&',
            vector.Oauth.Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"))));
        var normalized = new ByteWriter(new byte[10_000]);
        own.Write(0, own.Count, ref normalized);
        byte[] prefix = SignatureBaseString.Prefix(vector.Method, _url);
        var baseString = new ByteWriter(new byte[10_000]);
        baseString.Append(prefix);
        baseString.AppendEncoded(normalized.Written);

        AssertRight("base_string_uri", Uri.UnescapeDataString(Encoding.ASCII.GetString(prefix).Split('&')[1]));
        AssertRight("normalized_params", Encoding.ASCII.GetString(normalized.Written));
        AssertRight("base_string", Encoding.ASCII.GetString(baseString.Written));
        if (vector.ConsumerSecret is { } consumerSecret)
        {
            byte[] key = SigningKey.Of(consumerSecret, vector.TokenSecret!);
            AssertRight("signing_key", Encoding.ASCII.GetString(key));
        }

        if (vector.ConsumerSecret is not null || vector.RsaPrivateKey is not null)
            AssertRight("signature", Sign(baseString.Written));
    }

    /// <summary>Signs a ready text.</summary>
    public string Sign(ReadOnlySpan<byte> baseString)
    {
        SignatureAlgorithm algorithm = vector switch
        {
            { RawKey: { } key } => new HmacSignature(Scheme.Hash, Encoding.ASCII.GetBytes(key)),
            { RsaPrivateKey: { } key } =>
                SignatureAlgorithm.Of(Scheme, OAuth1Credentials.WithPrivateKey("ck", key.Pem)),
            _ => SignatureAlgorithm.Of(
                Scheme, new OAuth1Credentials("ck", vector.ConsumerSecret!, "t", vector.TokenSecret!)),
        };
        byte[] signature = new byte[algorithm.MaxLength];
        return Encoding.ASCII.GetString(signature, 0, algorithm.Sign(baseString, signature));
    }

    private static OAuth1Request WithForm(OAuth1Request request, byte[] form) =>
        new(request.Method, request.Address) { Form = form, Callback = request.Callback, Verifier = request.Verifier };

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Pair(string name, string value) => $"{Escape(name)}={Escape(value)}";

    /// <summary>Sources differ in order and spacing.</summary>
    private static HashSet<string> Sent(string text) => text.StartsWith("OAuth ", StringComparison.Ordinal)
        ? [.. text["OAuth ".Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(pair => pair.Replace("\"", "", StringComparison.Ordinal))]
        : [.. text.Split('&')];

    private void AssertRight(string field, string actual) => Assert.Equal(vector.Right(field) ?? actual, actual);
}
