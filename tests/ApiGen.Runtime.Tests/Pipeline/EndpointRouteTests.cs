using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline;
using CsCheck;

namespace ApiGen.Runtime.Tests.Pipeline;

public sealed class EndpointRouteTests
{
    private static readonly Gen<string> Bases = Gen.OneOf(
        "https://api.twitter.com", "HTTPS://API.Twitter.com:443/", "http://127.1:5000", "https://[2001:DB8::1]:8443/",
        "https://bücher.example", "https://birds.example/mirror/", "https://birds.example:444/a%20b/é//c");

    private static readonly Gen<string> Paths =
        Gen.String[Gen.Char["AZaz09-._~!$&'()*+,;=:@/"], 0, 12].Select(text => $"/{text}");

    [Fact]
    public void A_prefix_put_together_of_encoded_parts_is_that_of_the_address_sent() =>
        Gen.Select(Bases, Paths, Gen.Bool, Gen.Bool).Sample((root, path, knowsOrigin, knowsPath) =>
        {
            var address = new Uri(root);
            var endpoint = Endpoint(path, knowsPath ? PercentEncoding.Encode(path) : null);
            string? origin = knowsOrigin ? SignatureBaseString.OriginOf(address) : null;
            var route = new EndpointRoute(endpoint, new BaseAddress(address, origin));
            ApiCall<bool> call = endpoint.Call();

            Uri sent = CallMessage.UriOf(route.AddressOf(call));

            Assert.Equal(SignatureBaseString.Prefix("POST", sent), route.PrefixOf(call));
        });

    [Fact]
    public void What_was_encoded_beforehand_is_taken_as_it_is()
    {
        EndpointDescriptor<bool> endpoint = Endpoint("/a", "%2Fencoded");

        var route = new EndpointRoute(endpoint, new BaseAddress(new Uri("https://birds.example"), "origin"));

        Assert.Equal("POST&origin%2Fencoded&"u8, route.PrefixOf(endpoint.Call()));
    }

    private static EndpointDescriptor<bool> Endpoint(string path, string? signedPath) => new()
    {
        Api = new() { Name = "Birds", BaseAddress = "https://birds.example" },
        Name = "birds/show",
        Method = "POST",
        Path = path,
        SignedPath = signedPath,
        Read = static (ref JsonCursor json) => json.ReadBoolean(),
    };
}
