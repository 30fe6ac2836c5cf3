using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class BaseStringUriTests
{
    public static TheoryData<string> Vectors => Vector.Ids("base-string-uri");

    [Theory, MemberData(nameof(Vectors))]
    public void A_URL_is_signed_as_the_vector_says(string id) =>
        Assert.Equal(Vector.All[id].Right("base_string_uri"), new RequestUrl(Vector.All[id].Url).BaseStringUri);

    [Theory]
    [InlineData("::1")]
    [InlineData("[::1]")]
    public void An_IPv6_address_is_in_brackets(string host) =>
        Assert.Equal("http://[::1]:8080/", BaseStringUri.Of("http", host, 8080, "/"));

    [Fact]
    public void The_path_keeps_its_case_and_its_escapes() =>
        Assert.Equal("https://example.com/A%2fb/%7E!", BaseStringUri.Of("HTTPS", "Example.COM", 443, "/A%2fb/%7E!"));
}
