using System.Net;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class RoutingTests
{
    [Fact]
    public async Task A_path_argument_is_read_out_of_its_segment()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/1.1/users/show/42.json");

        Assert.Equal(42, answer.Json.GetProperty("id").GetInt64());
        Assert.Equal(("users/show", "42"), (sandbox.Requests[0].Endpoint, sandbox.Requests[0].Parameters["id"]));
    }

    [Fact]
    public async Task A_path_argument_is_decoded_after_the_path_is_split()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/1.1/tags/a%2Fb+c%20%C3%A9/of/me");

        Assert.Equal("""{"tag":"a/b+c é","user":null}""", answer.Body);
        Assert.Equal("me", sandbox.Requests[0].Parameters["user"]);
    }

    [Fact]
    public async Task A_literal_path_goes_before_one_with_a_parameter()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        Assert.Equal("""["me"]""", (await client.GetAsync("/1.1/users/show/me.json")).Body);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/1.1/friendships/create")]
    [InlineData("/1.1/friendships/create.json/")]
    [InlineData("/1.1/Friendships/create.json")]
    [InlineData("/1.1/friendships/createXjson")]
    [InlineData("/1.1/users/show/.json")]
    [InlineData("/1.1/users/show/1/2.json")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, 34), (answer.Status, answer.Code));
        Assert.Contains(path, answer.Message, StringComparison.Ordinal);
        Assert.Null(sandbox.Requests[0].Endpoint);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_one()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync(TestApi.Follow);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, (int?)null), (answer.Status, answer.Code));
        Assert.Equal(["POST"], answer.Response.Content.Headers.Allow);
    }
}
