using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class OAuth1SignerTests
{
    private static readonly byte[] Prefix =
        SignatureBaseString.Prefix("POST", new Uri("https://api.twitter.com/1.1/statuses/update.json"));

    private static readonly OAuth1Signer Signer = new(new OAuth1Credentials(
        "xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"));

    [Fact]
    public void Twitters_example_of_creating_a_signature_has_its_signature_in_the_header() => Assert.Equal(
        "OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", " +
        "oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\", " +
        "oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\", oauth_signature_method=\"HMAC-SHA1\", " +
        "oauth_timestamp=\"1318622958\", " +
        "oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\", oauth_version=\"1.0\"",
        Signer.Authorize(
            Signer.Parts(
                Prefix,
                "include_entities=true"u8,
                "status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21"u8),
            "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg"u8,
            1318622958));

    [Theory]
    [InlineData("", "", "oauth_consumer_key%3Dck%26", "oauth_version%3D1.0")]
    [InlineData("a=1", "", "a%3D1%26oauth_consumer_key%3Dck%26", "oauth_version%3D1.0")]
    [InlineData("", "z=%21&z=%21", "oauth_consumer_key%3Dck%26", "oauth_version%3D1.0%26z%3D%2521%26z%3D%2521")]
    public void Own_parameters_stand_around_those_of_the_protocol(string before, string after, string start, string end)
    {
        var signer = new OAuth1Signer(new OAuth1Credentials("ck", "cs", "t", "ts"));
        Assert.Equal(
            start + "oauth_nonce%3Dn%26oauth_signature_method%3DHMAC-SHA1" +
            "%26oauth_timestamp%3D1%26oauth_token%3Dt%26" + end,
            BaseString(signer, Encoding.ASCII.GetBytes(before), Encoding.ASCII.GetBytes(after)));
    }

    [Fact]
    public void Key_and_token_are_encoded_once_in_the_header_and_twice_in_the_base_string()
    {
        var signer = new OAuth1Signer(new OAuth1Credentials("k/é", "cs", "t=+", "ts"));
        string baseString = BaseString(signer, [], []);
        string header = signer.Authorize(signer.Parts([], [], []), "n"u8, 1);
        Assert.StartsWith("oauth_consumer_key%3Dk%252F%25C3%25A9%26", baseString, StringComparison.Ordinal);
        Assert.Contains("%26oauth_token%3Dt%253D%252B%26", baseString, StringComparison.Ordinal);
        Assert.StartsWith("OAuth oauth_consumer_key=\"k%2F%C3%A9\", ", header, StringComparison.Ordinal);
        Assert.Contains(", oauth_token=\"t%3D%2B\", ", header, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timestamp_is_in_whole_seconds_since_1970() => Assert.Contains(
        "oauth_timestamp=\"1318622958\"",
        Signer.Authorize(Prefix, [], [], new DateTimeOffset(2011, 10, 14, 22, 9, 18, 999, TimeSpan.FromHours(2))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(30)]
    [InlineData(3_000)]
    public void A_call_allocates_its_header_and_nothing_else(int valueLength)
    {
        const int Calls = 1_000;
        byte[] after = Encoding.ASCII.GetBytes("status=" + new string('x', valueLength));
        string[] headers = new string[Calls];
        for (int i = 0; i < Calls; i++) headers[i] = Signer.Authorize(Prefix, "a=1"u8, after, DateTimeOffset.UnixEpoch);

        long start = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) headers[i] = Signer.Authorize(Prefix, "a=1"u8, after, DateTimeOffset.UnixEpoch);
        long signing = GC.GetAllocatedBytesForCurrentThread() - start;

        start = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) headers[i] = new string(headers[i].AsSpan());
        long copying = GC.GetAllocatedBytesForCurrentThread() - start;

        Assert.Equal(copying, signing);
    }

    private static string BaseString(OAuth1Signer signer, byte[] before, byte[] after)
    {
        SignedParts parts = signer.Parts([], before, after);
        var text = new ByteWriter(new byte[parts.MaxBaseStringLength(1)]);
        parts.WriteBaseString(ref text, "n"u8, 1);
        return Encoding.ASCII.GetString(text.Written);
    }

    internal static string HeaderValue(string header, string name) =>
        header.Split($"{name}=\"", 2)[1].Split('"', 2)[0];
}
