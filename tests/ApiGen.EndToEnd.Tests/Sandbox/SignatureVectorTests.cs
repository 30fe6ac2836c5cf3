using System.Globalization;
using System.Text;
using ApiGen.Sandbox;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class SignatureVectorTests
{
    private const string TwitterTarget = "/1.1/statuses/update.json?include_entities=true";

    private const string TwitterForm = "status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21";

    private const string TwitterHeader =
        """
        OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", oauth_nonce="kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
        oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D", oauth_signature_method="HMAC-SHA1",
        oauth_timestamp="1318622958", oauth_version="1.0",
        oauth_token="370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"
        """;

    private static readonly SandboxAccount Twitter = new(
        "xvz1evFS4wEEPTGEFPHBog",
        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

    private static readonly SandboxAccount Photos =
        new("dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00");

    [Fact]
    public void Twitters_creating_a_signature() =>
        Assert.Null(Verify(Twitter, "POST", "https", "api.twitter.com", TwitterTarget, TwitterHeader, TwitterForm));

    [Theory]
    [InlineData("GET", "https", "api.twitter.com", TwitterTarget, TwitterForm)]
    [InlineData("POST", "http", "api.twitter.com", TwitterTarget, TwitterForm)]
    [InlineData("POST", "https", "api.twitter.com:444", TwitterTarget, TwitterForm)]
    [InlineData("POST", "https", "api.twitter.com", "/1.1/statuses/Update.json?include_entities=true", TwitterForm)]
    [InlineData("POST", "https", "api.twitter.com", "/1.1/statuses/update%2Ejson?include_entities=true", TwitterForm)]
    [InlineData("POST", "https", "api.twitter.com", "/1.1/statuses/update.json", TwitterForm)]
    [InlineData("POST", "https", "api.twitter.com", TwitterTarget, "")]
    [InlineData("POST", "https", "api.twitter.com", TwitterTarget, TwitterForm + "&x")]
    public void Any_other_request_does_not_fit_the_signature(
        string method, string scheme, string host, string target, string form) =>
        Assert.Equal("Signature", Verify(Twitter, method, scheme, host, target, TwitterHeader, form)?.Topic);

    [Theory]
    [InlineData("post", "API.Twitter.com:443", TwitterTarget, TwitterForm)]
    [InlineData("POST", "api.twitter.com", "https://api.twitter.com" + TwitterTarget, TwitterForm)]
    [InlineData("POST", "api.twitter.com", "/1.1/statuses/update.json?&include%5fentities=true&", TwitterForm)]
    [InlineData("POST", "api.twitter.com", TwitterTarget,
        "status=Hello+Ladies+%2b+Gentlemen,+a+signed+OAuth+request!")]
    [InlineData("POST", "api.twitter.com", "/1.1/statuses/update.json", TwitterForm + "&include_entities=true")]
    public void Another_spelling_of_the_same_request_fits(string method, string host, string target, string form) =>
        Assert.Null(Verify(Twitter, method, "https", host, target, TwitterHeader, form));

    [Fact]
    public void Rfc_5849_section_1_2() => Assert.Null(Verify(
        Photos,
        "GET",
        "http",
        "photos.example.net",
        "/photos?file=vacation.jpg&size=original",
        """
        OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk",
        oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH",
        oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"
        """));

    [Fact]
    public void OAuth_core_1_0_appendix_A_5() => Assert.Null(Verify(
        Photos,
        "GET",
        "http",
        "photos.example.net",
        "/photos?file=vacation.jpg&size=original",
        """
        OAuth realm="http://photos.example.net/", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk",
        oauth_signature_method="HMAC-SHA1", oauth_signature="tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D",
        oauth_timestamp="1191242096", oauth_nonce="kllo9940pd9333jh", oauth_version="1.0"
        """));

    // The RFC prints no secrets for this request; those reported in its erratum give the signature below.
    [Fact]
    public void Rfc_5849_section_3_1_with_its_erratum() => Assert.Null(Verify(
        new("9djdj82h48djs9d2", "j49sk3j29djd", "kkk9d7dh3k39sjv7", "dh893hdasih9"),
        "POST",
        "http",
        "EXAMPLE.COM:80",
        "/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
        """
        OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7",
        oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a",
        oauth_signature="r6%2FTJjbCOr97%2F%2BUU0NsvSne7s5g%3D"
        """,
        "c2&a3=2+q"));

    private static VerificationProblem? Verify(
        SandboxAccount account, string method, string scheme, string host, string target, string header,
        string form = "")
    {
        string line = header.ReplaceLineEndings(" ");
        Assert.True(AuthorizationHeader.TryParse(line, out AuthorizationHeader? parsed, out _));
        long timestamp = long.Parse(parsed["oauth_timestamp"]!, CultureInfo.InvariantCulture);
        IncomingRequest request = new(method, scheme, host, target, [line], Encoding.ASCII.GetBytes(form), form.Length > 0);
        SignatureVerifier verifier = new(new([account]));
        return verifier.Verify(request, DateTimeOffset.FromUnixTimeSeconds(timestamp), out _);
    }
}
