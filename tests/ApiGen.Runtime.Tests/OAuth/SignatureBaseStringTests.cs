using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class SignatureBaseStringTests
{
    [Fact]
    public void The_prefix_is_method_and_URI_encoded_and_each_followed_by_an_ampersand() => Assert.Equal(
        "POST&https%3A%2F%2Fapi.twitter.com%2F1.1%2Ffriendships%2Fcreate.json&",
        Prefix("post", "https://api.twitter.com/1.1/friendships/create.json"));

    [Theory]
    [InlineData("http://example.com/r%20v/X", "http%3A%2F%2Fexample.com%2Fr%2520v%2FX")]
    [InlineData("HTTPS://Example.COM:443/A%2fb/%c3%A9!", "https%3A%2F%2Fexample.com%2FA%252fb%2F%25C3%25A9%21")]
    [InlineData("http://example.com:443?a=1#b", "http%3A%2F%2Fexample.com%3A443%2F")]
    [InlineData("https://user:word@example.com/", "https%3A%2F%2Fexample.com%2F")]
    [InlineData("http://[::1]:8080/", "http%3A%2F%2F%5B%3A%3A1%5D%3A8080%2F")]
    [InlineData("http://[2001:DB8::1]/", "http%3A%2F%2F%5B2001%3Adb8%3A%3A1%5D%2F")]
    [InlineData("http://bücher.example/ä", "http%3A%2F%2Fxn--bcher-kva.example%2F%25C3%25A4")]
    [InlineData("http://example.com/a(b)*'[c];d", "http%3A%2F%2Fexample.com%2Fa%28b%29%2A%27%5Bc%5D%3Bd")]
    public void A_URL_is_signed_as_it_is_sent(string url, string expected) =>
        Assert.Equal($"GET&{expected}&", Prefix("GET", url));

    [Fact]
    public void A_path_that_is_sent_as_it_stands_keeps_every_character() => Assert.Equal(
        "GET&http%3A%2F%2Fexample.com%2Fa%2F..%2F%257E%257e%252F&",
        Encoding.ASCII.GetString(SignatureBaseString.Prefix(
            "GET",
            new Uri(
                "http://example.com/a/../%7E%7e%2F",
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))));

    private static string Prefix(string method, string url) =>
        Encoding.ASCII.GetString(SignatureBaseString.Prefix(method, new Uri(url)));
}
