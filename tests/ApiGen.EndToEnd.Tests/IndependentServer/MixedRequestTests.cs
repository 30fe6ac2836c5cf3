using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiGen.CompilerServices;
using ApiGen.EndToEnd.Tests.Signing;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

/// <summary>Random calls with lists in query and form, as they leave the client, verified by <c>verify.mjs</c>.</summary>
public sealed class MixedRequestTests
{
    private const int Calls = 3_000;

    [Fact]
    public async Task Two_libraries_each_accept_calls_with_lists_in_query_and_form()
    {
        var random = new Random(11);
        var lines = new StringBuilder();
        foreach (OAuth1Transmission place in Enum.GetValues<OAuth1Transmission>())
        {
            var songs = new BirdSongs(new OAuth1Scheme { Send = place });
            using var recorder = new Recorder(lines);
            var credentials = new OAuth1Credentials("ck é&", "s3cret+of/app", "12-token/=", "s3cret&of=user");
            ApiConnection connection = ApiConnection.To(
                songs.Api,
                credentials,
                new ApiClientOptions { PrimaryHandler = recorder, BudgetStore = new MemoryBudgetStore() });
            for (int i = 0; i < Calls / 3; i++)
                await connection.SendAsync(CallOf(songs, random), default);
        }

        using var key = System.Security.Cryptography.RSA.Create(1024);
        JsonNode result = JsonNode.Parse(await NodeServer.Scripts.RunAsync(
            "verify.mjs",
            JsonSerializer.Serialize(new
            {
                consumerKey = "ck é&",
                consumerSecret = "s3cret+of/app",
                tokenSecret = "s3cret&of=user",
                privateKey = key.ExportPkcs8PrivateKeyPem(),
            }),
            lines.ToString()))!;

        Assert.True(result["refusedCount"]!.GetValue<int>() == 0, result["refused"]!.ToJsonString());
        Assert.Equal(2 * Calls, result["accepted"]!.Deserialize<Dictionary<string, int>>()!.Values.Sum());
    }

    private static ApiCall<JsonElement> CallOf(BirdSongs songs, Random random) => songs.Search.Call()
        .Add(1, Texts(random))
        .Require(2, [random.NextInt64(), random.NextInt64()])
        .Add(3, Texts(random))
        .Add(4, random.Next(2) == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(random.Next()))
        .Add(5, random.Next(2) == 0 ? null : RandomText.Of(random, 5));

    private static string[] Texts(Random random) =>
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomText.Of(random, random.Next(4)))];

    /// <summary>Takes down each request as a line of JSON, in place of the network.</summary>
    private sealed class Recorder(StringBuilder lines) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lines.AppendLine(JsonSerializer.Serialize(new
            {
                method = request.Method.Method,
                url = request.RequestUri!.OriginalString,
                authorization = request.Headers.TryGetValues("Authorization", out var values) ? values.Single() : "",
                form = await request.Content!.ReadAsStringAsync(cancellationToken),
            }));
            return new HttpResponseMessage { Content = new StringContent("{}") };
        }
    }
}
