using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class AnswerTests
{
    [Fact]
    public async Task The_example_is_answered_with_the_arguments_of_the_request_in_it()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer byName = await client.FollowAsync("screen_name=a%20%22b%22&follow=true");
        TestClient.Answer byId = await client.FollowAsync("user_id=9007199254740993");

        Assert.Equal(
            """{"id":1,"user_id":2244994945,"screen_name":"a \"b\"","follow":true,"status":{"text":"é & <b>"}}""",
            byName.Body);
        Assert.Equal(9007199254740993, byId.Json.GetProperty("user_id").GetInt64());
        Assert.Equal("twitterdev", byId.Json.GetProperty("screen_name").GetString());
        Assert.Equal("application/json; charset=utf-8", byId.Response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_field_keeps_its_type()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync(
            "/1.1/types.json?int32=%2B7&double=2e3&bool=false&string=8&csv=a");

        Assert.Equal("""{"int32":7,"double":2000,"bool":false,"string":"8","csv":[]}""", answer.Body);
    }

    [Fact]
    public async Task An_endpoint_without_an_example_says_so()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/1.1/silent.json");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Contains("silent has no example", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_without_a_layout_for_errors_answers_plain_text()
    {
        ApiDescriptor plain = new() { Name = "Plain", BaseAddress = "https://plain.example" };
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(TestApi.Limited(plain));
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("No endpoint of Plain has the path /nowhere.", answer.Body);
        Assert.Equal("text/plain", answer.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_code_that_is_no_number_is_a_string()
    {
        ApiDescriptor words = new()
        {
            Name = "Words",
            BaseAddress = "https://words.example",
            Errors = [new() { List = "problems", Code = "id", Message = "text" }],
            Failures = [new(404, "NO_PAGE", "NoPage", FailureMeaning.Fix)],
        };
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(TestApi.Limited(words));
        using TestClient client = new(sandbox);

        Assert.Equal(
            """{"problems":[{"id":"NO_PAGE","text":"No endpoint of Words has the path /nowhere."}]}""",
            (await client.GetAsync("/nowhere")).Body);
    }

    [Fact]
    public async Task An_example_that_is_not_JSON_is_found_at_the_start()
    {
        ApiDescription broken = new(TestApi.Twitter, [TestApi.UsersShow with { Example = "{"u8.ToArray() }]);

        ArgumentException exception =
            await Assert.ThrowsAsync<ArgumentException>(() => ApiGen.Sandbox.Sandbox.StartAsync(broken));

        Assert.Contains("users/show", exception.Message, StringComparison.Ordinal);
    }
}
