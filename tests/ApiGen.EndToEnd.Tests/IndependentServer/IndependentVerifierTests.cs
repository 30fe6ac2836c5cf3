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
    public async Task Two_libraries_each_accept_ten_thousand_requests_of_every_method_at_every_place()
    {
        using var key = RSA.Create(1024);
        string pem = key.ExportPkcs8PrivateKeyPem();
        var random = new Random(7);
        (OAuth1Transmission Place, OAuth1Signer Signer)[] signers = [.. SignersOfEveryScheme(pem)];
        string lines = string.Join('\n', Enumerable.Range(0, Requests).Select(i =>
            Line(random, signers[i % signers.Length].Place, signers[i % signers.Length].Signer)));

        JsonNode result = JsonNode.Parse(await NodeServer.Scripts.RunAsync(
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
        Assert.All(["oauth-1.0a ", "oauth-sign "], library =>
        {
            int[] counts =
            [
                .. accepted
                    .Where(pair => pair.Key.StartsWith(library, StringComparison.Ordinal))
                    .Select(pair => pair.Value),
            ];
            Assert.Equal((Methods.Length * Places.Length, Requests), (counts.Length, counts.Sum()));
        });
    }

    /// <summary>Made once, because each with a private key has to read it.</summary>
    private static IEnumerable<(OAuth1Transmission Place, OAuth1Signer Signer)> SignersOfEveryScheme(string pem)
    {
        var withKey = OAuth1Credentials.WithPrivateKey("ck é&", pem, "12-token/=");
        var withSecrets = new OAuth1Credentials("ck é&", "s3cret+of/app", "12-token/=", "s3cret&of=user");
        return
            from method in Methods
            from place in Places
            from bodyHash in new[] { true, false }
            from version in new[] { true, false }
            from realm in new[] { null, "Birds" }
            let scheme = new OAuth1Scheme
            {
                Signature = method,
                Send = place,
                BodyHash = bodyHash,
                SendsVersion = version,
                Realm = realm,
            }
            select (place, new OAuth1Signer(scheme.IsRsa ? withKey : withSecrets, scheme));
    }

    /// <summary>A request as it is sent, as a line of JSON.</summary>
    private static string Line(Random random, OAuth1Transmission place, OAuth1Signer signer)
    {
        string query = Pairs(random, "q");
        string url = $"https://birds.example:8443/a%20b/{random.Next(100)}!*'()"
            + (query.Length == 0 ? "" : $"?{query}");
        bool hasForm = place == OAuth1Transmission.Form || random.Next(2) == 0;
        string? form = hasForm ? Pairs(random, "f") : null;
        var address = new Uri(url);
        string sent = signer.Authorize(hasForm
            ? new OAuth1Request(HttpMethod.Put, address) { Form = Encoding.ASCII.GetBytes(form!) }
            : new OAuth1Request(HttpMethod.Put, address));

        string? authorization = null;
        if (place == OAuth1Transmission.Header) authorization = sent;
        else if (place == OAuth1Transmission.Form) form = form!.Length == 0 ? sent : $"{form}&{sent}";
        else url += (query.Length == 0 ? "?" : "&") + sent;
        return JsonSerializer.Serialize(
            new { method = "PUT", url, authorization = authorization ?? "", form = form ?? "" });
    }

    /// <summary>Up to five parameters, some of one name, whose values are of all sorts of characters.</summary>
    private static string Pairs(Random random, string prefix) => string.Join('&', Enumerable
        .Range(0, random.Next(6))
        .Select(_ => (
            Name: prefix + RandomText.Of(random, random.Next(3)), Value: RandomText.Of(random, random.Next(12))))
        .SelectMany(pair => Enumerable.Repeat(pair.Name, 1 + (random.Next(4) / 3)), (pair, name) => (name, pair.Value))
        .Select(pair => $"{Uri.EscapeDataString(pair.name)}={Write(random, pair.Value)}"));

    // As a form writes a space, or as a URL does.
    private static string Write(Random random, string value) => random.Next(2) == 0
        ? Uri.EscapeDataString(value)
        : Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
