using System.Text;
using ApiGen.Benchmarks.Calls;
using ApiGen.Benchmarks.Harness;
using RestSharp;
using RestSharp.Authenticators;

namespace ApiGen.Benchmarks.Signing;

/// <summary>Makes the Authorization header of Twitter's follow call.</summary>
internal sealed class SigningArea : IBenchmarkArea
{
    private const string Address = "https://api.twitter.com/1.1/friendships/create.json";

    public string Name => "signing";

    public IEnumerable<Row> Measure() => Race.Run(Subjects());

    public static Subject[] Subjects()
    {
        var signer = new OAuth1Signer(GeneratedCall.Credentials);
        byte[] prefix = SignatureBaseString.Prefix("POST", new Uri(Address));
        var url = new Uri($"{Address}?user_id=2244994945&follow=true");
        string Generated() => signer.Authorize(
            prefix, "follow=true"u8, "user_id=2244994945"u8, TimeProvider.System.GetUtcNow());

        string General() => signer.Authorize(HttpMethod.Post, url);

        SigningFloor floor = Floor(Generated());
        (RestClient client, RestRequest request, OAuth1Authenticator authenticator) = RestSharp();
        return
        [
            Signs("floor: one-shot HMAC, Base64, header", floor.Authorize, goal: null),
            Signs("generated path", Generated, goal: 0.60),
            Signs("general path", General, goal: 0.90),
            new Subject(
                "RestSharp 114.1.0 OAuth1Authenticator",
                () => authenticator.Authenticate(client, request).AsTask().GetAwaiter().GetResult()),
        ];
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
            Encoding.ASCII.GetBytes($"{Account.ConsumerSecret}&{Account.TokenSecret}"),
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
            OAuth1Authenticator.ForProtectedResource(
                Account.ConsumerKey, Account.ConsumerSecret, Account.Token, Account.TokenSecret));
    }
}
