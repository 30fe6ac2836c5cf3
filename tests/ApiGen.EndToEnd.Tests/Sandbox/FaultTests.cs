using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task A_declared_failure_is_answered_once_with_its_status_code_and_words()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().Fails("AlreadyRequested");

        TestClient.Answer failed = await client.FollowAsync();

        Assert.Equal((HttpStatusCode.Forbidden, 160), (failed.Status, failed.Code));
        Assert.Equal("You've already requested to follow this user.", failed.Message);
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.OK], sandbox.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task Sentences_on_next_requests_are_used_in_order_and_before_the_standing_one()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Always().Fails("CouldNotAuthenticate");
        sandbox.Always().Fails("Blocked");
        sandbox.Next(2).Fails("AlreadyRequested");
        sandbox.Next().Succeeds();

        List<HttpStatusCode> statuses = [];
        List<int?> codes = [];
        for (int i = 0; i < 5; i++)
        {
            TestClient.Answer answer = await client.FollowAsync();
            statuses.Add(answer.Status);
            if (answer.Status != HttpStatusCode.OK) codes.Add(answer.Code);
        }

        Assert.Equal([160, 160, 162, 162], codes);
        Assert.Equal(HttpStatusCode.OK, statuses[2]);
        sandbox.Reset();
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_sentence_waits_for_its_endpoint_and_for_a_request_that_is_right()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().On("users/show").Fails("NoUserMatched");
        sandbox.Next().Fails("Blocked");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/1.1/users/show/me.json")).Status);
        Assert.Equal(38, (await client.FollowAsync("")).Code);
        Assert.Equal(17, (await client.GetAsync("/1.1/users/show/1.json")).Code);
        Assert.Equal(162, (await client.FollowAsync()).Code);
    }

    [Fact]
    public async Task A_misspelt_failure_or_endpoint_is_refused_with_what_there_is()
    {
        await using var sandbox = await TestApi.StartAsync();

        ArgumentException failure = Assert.Throws<ArgumentException>(() => sandbox.Next().Fails("Bloked"));
        Assert.Contains(
            "Twitter declares no failure 'Bloked'. It declares: AlreadyRequested, FollowLimit, Blocked, NoUserMatched",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => sandbox.Next().On("users/show").Fails("Blocked"));
        ArgumentException endpoint = Assert.Throws<ArgumentException>(() => sandbox.Next().On("friendship/create"));
        Assert.Contains("It has: friendships/create, silent", endpoint.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.Next(0));
        Assert.Throws<ArgumentException>(() => sandbox.Next().Answers(HttpStatusCode.NoContent, "body"));
        Assert.Throws<ArgumentException>(() => sandbox.Next().WithHeader("A", "b\r\nc: d"));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.Next().After(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Any_answer_can_be_given()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().WithHeader("Content-Type", "text/html").WithHeader("Retry-After", "30")
            .Answers(HttpStatusCode.BadGateway, "<h1>é</h1>");
        sandbox.Next().Answers(HttpStatusCode.NoContent);

        TestClient.Answer gateway = await client.FollowAsync();

        Assert.Equal((HttpStatusCode.BadGateway, "<h1>é</h1>"), (gateway.Status, gateway.Body));
        Assert.Equal("text/html", gateway.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(30), gateway.Response.Headers.RetryAfter?.Delta);
        Assert.Equal((HttpStatusCode.NoContent, ""), await StatusAndBodyAsync(client));
    }

    [Fact]
    public async Task A_header_replaces_the_sandboxs_own()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().WithHeader("Date", "Tue, 01 Jan 2030 00:00:00 GMT").Succeeds();

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), answer.Response.Headers.Date);
    }

    [Fact]
    public async Task A_delay_goes_by_the_sandboxs_clock_and_the_request_is_counted_before_it()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var sandbox = await TestApi.StartAsync(new() { TimeProvider = clock });
        using TestClient client = new(sandbox, clock: clock);
        sandbox.Next().After(TimeSpan.FromHours(1)).Fails("Blocked");

        DateTimeOffset sent = clock.GetUtcNow();
        Task<TestClient.Answer> call = client.FollowAsync();
        await ArrivedAsync(sandbox);

        Assert.Equal((sent, (HttpStatusCode?)null), (sandbox.Requests[0].Arrived, sandbox.Requests[0].StatusCode));
        Assert.False(call.IsCompleted);

        // The timer starts a moment after the arrival is seen, so time passes until it has fired.
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            await Task.WhenAny(call, Task.Delay(10));
        }

        Assert.Equal(162, (await call).Code);
    }

    [Fact]
    public async Task A_hang_up_leaves_a_request_that_arrived_and_was_not_answered()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().HangsUp();

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(HttpMethod.Post, "/1.1/statuses/update.json", ("status", "a")));

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        AssertSingle("statuses/update", null, sandbox);
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_handler_that_sends_again_unasked_after_a_hang_up_shows_in_the_requests()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().HangsUp();

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("was used before", answer.Message, StringComparison.Ordinal);
        Assert.Equal([null, HttpStatusCode.Unauthorized], sandbox.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_reset_leaves_a_request_that_arrived_and_was_not_answered()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().Resets();

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.FollowAsync());

        Assert.IsType<SocketException>(exception.InnerException?.InnerException);
        AssertSingle("friendships/create", null, sandbox);
    }

    [Fact]
    public async Task A_hang_up_midway_comes_after_the_headers_and_half_of_the_body()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        using HttpClient http = new();
        sandbox.Next().HangsUpMidway();
        using HttpRequestMessage request = client.Request(HttpMethod.Post, $"{TestApi.Follow}?user_id=1");

        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] received = new byte[4096];
        int length = 0;
        HttpIOException exception = await Assert.ThrowsAsync<HttpIOException>(async () =>
        {
            while (await body.ReadAsync(received.AsMemory(length)) is > 0 and int read) length += read;
        });

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        Assert.Equal(response.Content.Headers.ContentLength / 2, length);
        AssertSingle("friendships/create", HttpStatusCode.OK, sandbox);
    }

    [Fact]
    public async Task A_request_that_is_never_answered_waits_until_its_caller_gives_up()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        using HttpClient http = new();
        using CancellationTokenSource patience = new();
        sandbox.Next().NeverAnswers();
        using HttpRequestMessage request = client.Request(HttpMethod.Post, $"{TestApi.Follow}?user_id=1");

        Task<HttpResponseMessage> call = http.SendAsync(request, patience.Token);
        await ArrivedAsync(sandbox);
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertSingle("friendships/create", null, sandbox);
    }

    [Fact]
    public async Task A_disposed_sandbox_hangs_up_on_those_it_made_wait()
    {
        var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        sandbox.Next().NeverAnswers();
        sandbox.Next().After(TimeSpan.FromDays(1)).Succeeds();

        Task<TestClient.Answer> silent = client.FollowAsync();
        Task<TestClient.Answer> slow = client.FollowAsync();
        await ArrivedAsync(sandbox, 2);
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => silent);
        await Assert.ThrowsAsync<HttpRequestException>(() => slow);
    }

    private static void AssertSingle(string endpoint, HttpStatusCode? status, ApiGen.Sandbox.Sandbox sandbox) =>
        Assert.Equal((endpoint, status), (sandbox.Requests.Single().Endpoint, sandbox.Requests.Single().StatusCode));

    private static async Task<(HttpStatusCode Status, string Body)> StatusAndBodyAsync(TestClient client)
    {
        TestClient.Answer answer = await client.FollowAsync();
        return (answer.Status, answer.Body);
    }

    private static async Task ArrivedAsync(ApiGen.Sandbox.Sandbox sandbox, int count = 1)
    {
        while (sandbox.Requests.Count < count) await Task.Delay(5);
    }
}
