using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Signing;

public sealed class MixedRequestTests
{
    private static readonly DateTimeOffset Since = new(2013, 12, 14, 5, 35, 55, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(OAuth1Transmission.Header)]
    [InlineData(OAuth1Transmission.Query)]
    [InlineData(OAuth1Transmission.Form)]
    public async Task Path_query_form_and_headers_of_one_call_arrive_as_they_were_given(OAuth1Transmission place)
    {
        var songs = new BirdSongs(new OAuth1Scheme { Send = place });
        await using SandboxServer sandbox = await SandboxServer.StartAsync(songs.Description);

        JsonElement answer = await Connect(songs, sandbox).SendAsync(
            songs.Search.Call()
                .Add(0, ["red", "dark blue"])
                .Add(1, ["z&", "é", "", "a"])
                .Require(2, [2L, 1L])
                .Add(3, ["b", "a=", "a"])
                .Add(4, Since)
                .Add(5, "last"),
            default);

        Assert.True(answer.GetProperty("ok").GetBoolean());
        SandboxRequest request = Assert.Single(sandbox.Requests);
        Assert.StartsWith("/songs/2%2C1/search?n=b&n=a%3D&n=a&z=last", request.Target, StringComparison.Ordinal);
        Assert.Equal("red,dark blue", request.Parameters["X-Colours"]);
        Assert.Equal("z&,é,,a", request.Parameters["a tag"]);
        Assert.Equal("2,1", request.Parameters["ids"]);
        Assert.Equal("2013-12-14T04:35:55Z", request.Parameters["since"]);
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "b")]
    [InlineData("a", "a")]
    public async Task Repeated_values_of_a_plain_query_are_sent_in_their_own_order_and_signed_in_theirs(
        string first, string second)
    {
        var songs = new BirdSongs(OAuth1Scheme.Default);
        await using SandboxServer sandbox = await SandboxServer.StartAsync(songs.Description);

        await Connect(songs, sandbox).SendAsync(
            songs.Search.Call().Require(2, [1L]).Add(3, [first, second]), default);

        Assert.Equal($"/songs/1/search?n={first}&n={second}", Assert.Single(sandbox.Requests).Target);
    }

    [Fact]
    public async Task An_empty_header_arrives_as_one()
    {
        var songs = new BirdSongs(OAuth1Scheme.Default);
        await using SandboxServer sandbox = await SandboxServer.StartAsync(songs.Description);

        await Connect(songs, sandbox).SendAsync(songs.Search.Call().Add(0, [""]).Require(2, [1L]), default);

        Assert.Equal("", Assert.Single(sandbox.Requests).Parameters["X-Colours"]);
    }

    private static ApiConnection Connect(BirdSongs songs, SandboxServer sandbox) => ApiConnection.To(
        songs.Api,
        sandbox.Account.Credentials(),
        new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() });
}
