using System.Text;
using ApiGen.Benchmarks.Harness;
using RestSharp;
using RestSharp.Authenticators;

namespace ApiGen.Benchmarks.Signing;

/// <summary>Makes the Authorization header of Twitter's follow call.</summary>
internal sealed class SigningArea : IBenchmarkArea
{
    private const string ConsumerKey = "xvz1evFS4wEEPTGEFPHBog";
    private const string ConsumerSecret = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    private const string Token = "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb";
    private const string TokenSecret = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";
    private const string Address = "https://api.twitter.com/1.1/friendships/create.json";

    public string Name => "signing";

    public IEnumerable<Row> Measure()
    {
        var signer = new OAuth1Signer(new OAuth1Credentials(ConsumerKey, ConsumerSecret, Token, TokenSecret));
        byte[] prefix = SignatureBaseString.Prefix("POST", new Uri(Address));
        var url = new Uri($"{Address}?user_id=2244994945&follow=true");
        string Generated() => signer.Authorize(
            prefix, "follow=true"u8, "user_id=2244994945"u8, TimeProvider.System.GetUtcNow());

        string General() => signer.Authorize(HttpMethod.Post, url);

        SigningFloor floor = Floor(Generated());
        (RestClient client, RestRequest request, OAuth1Authenticator authenticator) = RestSharp();
        return Race.Run(
            Signs("floor: one-shot HMAC, Base64, header", floor.Authorize, goal: null),
            Signs("generated path", Generated, goal: 0.60),
            Signs("general path", General, goal: 0.90),
            new Subject(
                "RestSharp 114.1.0 OAuth1Authenticator",
                () => authenticator.Authenticate(client, request).AsTask().GetAwaiter().GetResult()));
    }

    private static Subject Signs(string name, Func<string> authorize, double? goal) => new(name, () => authorize())
    {
        Goal = goal,
        Allocates = () => Allocation.OfNothingBut(authorize),
    };

    private static SigningFloor Floor(string header)
    {
        string[] protocol =
        [
            .. header["OAuth ".Length..].Split(", ")
                .Where(pair => !pair.StartsWith("oauth_signature=", StringComparison.Ordinal))
                .Select(pair => pair.Replace("\"", "", StringComparison.Ordinal)),
        ];
        return new SigningFloor(
            header,
            Encoding.ASCII.GetBytes($"{ConsumerSecret}&{TokenSecret}"),
            SigningFloor.BaseString("POST", Address, ["follow=true", .. protocol, "user_id=2244994945"]));
    }

    private static (RestClient Client, RestRequest Request, OAuth1Authenticator Authenticator) RestSharp()
    {
        var request = new RestRequest(Address, Method.Post)
            .AddQueryParameter("user_id", "2244994945")
            .AddQueryParameter("follow", "true");
        return (
            new RestClient(),
            request,
            OAuth1Authenticator.ForProtectedResource(ConsumerKey, ConsumerSecret, Token, TokenSecret));
    }
}
