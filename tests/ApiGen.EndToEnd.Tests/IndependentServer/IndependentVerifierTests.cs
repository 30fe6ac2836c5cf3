using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

/// <summary>Random requests, signed here and verified by <c>verify.mjs</c>.</summary>
public sealed class IndependentVerifierTests
{
    private const int Requests = 10_000;

    private static readonly OAuth1SignatureMethod[] Methods = Enum.GetValues<OAuth1SignatureMethod>();
    private static readonly OAuth1Transmission[] Places = Enum.GetValues<OAuth1Transmission>();

    [Fact]
    public async Task Two_libraries_accept_ten_thousand_requests_of_every_method_at_every_place()
    {
        using var key = RSA.Create(1024);
        string pem = key.ExportPkcs8PrivateKeyPem();
        var random = new Random(7);
        var withKey = OAuth1Credentials.WithPrivateKey("ck é&", pem, "12-token/=");
        string lines = string.Join('\n', Enumerable.Range(0, Requests).Select(i => Line(random, i, withKey)));

        JsonNode result = JsonNode.Parse(await NodeProcess.RunAsync(
            "verify.mjs",
            JsonSerializer.Serialize(new
            {
                consumerKey = "ck é&",
                consumerSecret = "s3cret+of/app",
                tokenSecret = "s3cret&of=user",
                privateKey = pem,
            }),
            lines))!;

        Assert.True(result["refusedCount"]!.GetValue<int>() == 0, result["refused"]!.ToJsonString());
        Dictionary<string, int> accepted = result["accepted"]!.Deserialize<Dictionary<string, int>>()!;
        foreach ((string name, int count) in accepted.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            TestContext.Current.TestOutputHelper!.WriteLine($"{name,-40} {count,5}");
        int all = Methods.Length * Places.Length;
        Assert.Equal(all, accepted.Keys.Count(name => name.StartsWith("oauth-1.0a ", StringComparison.Ordinal)));
        Assert.Equal(4 * Places.Length, accepted.Keys.Count(
            name => name.StartsWith("oauth-sign ", StringComparison.Ordinal)));
        Assert.Equal(Requests, accepted
            .Where(pair => pair.Key.StartsWith("oauth-1.0a ", StringComparison.Ordinal)).Sum(pair => pair.Value));
    }

    /// <summary>A request as it is sent, as a line of JSON.</summary>
    private static string Line(Random random, int index, OAuth1Credentials withKey)
    {
        var scheme = new OAuth1Scheme
        {
            Signature = Methods[index % Methods.Length],
            Send = Places[index / Methods.Length % Places.Length],
            BodyHash = random.Next(2) == 0,
            SendsVersion = random.Next(2) == 0,
            Realm = random.Next(2) == 0 ? null : "Birds",
        };
        OAuth1Credentials credentials = scheme.IsRsa
            ? withKey
            : new("ck é&", "s3cret+of/app", "12-token/=", "s3cret&of=user");
        string query = Pairs(random, "q");
        string url = $"https://birds.example:8443/a%20b/{random.Next(100)}!*'()" + (query.Length == 0 ? "" : $"?{query}");
        bool hasForm = scheme.Send == OAuth1Transmission.Form || random.Next(2) == 0;
        string? form = hasForm ? Pairs(random, "f") : null;
        var address = new Uri(url);
        string sent = new OAuth1Signer(credentials, scheme).Authorize(hasForm
            ? new OAuth1Request(HttpMethod.Put, address) { Form = Encoding.ASCII.GetBytes(form!) }
            : new OAuth1Request(HttpMethod.Put, address));

        string? authorization = null;
        if (scheme.Send == OAuth1Transmission.Header) authorization = sent;
        else if (scheme.Send == OAuth1Transmission.Form) form = form!.Length == 0 ? sent : $"{form}&{sent}";
        else url += (query.Length == 0 ? "?" : "&") + sent;
        return JsonSerializer.Serialize(new { method = "PUT", url, authorization = authorization ?? "", form = form ?? "" });
    }

    /// <summary>Up to five parameters, some of one name, whose values are of all sorts of characters.</summary>
    private static string Pairs(Random random, string prefix) => string.Join('&', Enumerable
        .Range(0, random.Next(6))
        .Select(_ => (Name: prefix + RandomText.Of(random, random.Next(3)), Value: RandomText.Of(random, random.Next(12))))
        .SelectMany(pair => Enumerable.Repeat(pair.Name, 1 + (random.Next(4) / 3)), (pair, name) => (name, pair.Value))
        .Select(pair => $"{Uri.EscapeDataString(pair.name)}={Write(random, pair.Value)}"));

    // As a form writes a space, or as a URL does.
    private static string Write(Random random, string value) => random.Next(2) == 0
        ? Uri.EscapeDataString(value)
        : Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
