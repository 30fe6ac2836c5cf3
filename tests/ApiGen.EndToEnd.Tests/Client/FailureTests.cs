using System.Net;
using ApiGen.CompilerServices;
using Twitter;
using static Twitter.TwitterFriendships;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class FailureTests
{
    [Theory]
    [InlineData(CreateFailures.AlreadyRequested, 403, "160", FailureMeaning.Done)]
    [InlineData(CreateFailures.FollowLimit, 403, "161", FailureMeaning.CoolDown)]
    [InlineData(CreateFailures.Blocked, 403, "162", FailureMeaning.Never)]
    [InlineData(TwitterFailures.AuthenticationFailed, 401, "32", FailureMeaning.Auth)]
    [InlineData(TwitterFailures.ParameterMissing, 403, "38", FailureMeaning.Fix)]
    [InlineData(TwitterFailures.RateLimitExceeded, 429, "88", FailureMeaning.Wait)]
    [InlineData(TwitterFailures.BadGateway, 502, null, FailureMeaning.OutcomeUnknown)]
    public async Task A_declared_failure_says_what_it_is_and_what_it_means(
        string name, int status, string? code, FailureMeaning means)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Fails(name);

        ApiException failure = await sandbox.FailedAsync();

        Assert.Equal(
            (name, status, code, means), (failure.Name, (int)failure.StatusCode!, failure.Code, failure.Means));
        Assert.Equal("friendships/create", failure.Endpoint);
        Assert.NotNull(failure.ServerMessage);
        Assert.Contains(failure.ServerMessage, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("{\"errors\":[{", failure.Body, StringComparison.Ordinal);
        Assert.Equal(sandbox.Clock.GetUtcNow(), failure.Headers!.Date);
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task No_declared_failure_is_taken_for_another()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        EndpointDescriptor endpoint = TwitterClient.Api.Endpoints
            .Select(each => each.Endpoint)
            .Single(each => each.Name == "friendships/create");

        // What comes with several statuses is answered with the first.
        FailureDescriptor[] declared =
            [.. endpoint.Failures.DistinctBy(failure => failure.Name), .. endpoint.Api.Failures];

        foreach (FailureDescriptor failure in declared)
        {
            sandbox.Server.Next().Fails(failure.Name);

            // A store of its own each, because some failures say that a budget is used up.
            ApiException thrown = await sandbox.FailedAsync(
                options => options.BudgetStore = new MemoryBudgetStore(sandbox.Clock));
            Assert.Equal(
                (failure.Name, failure.Status, failure.Code, failure.Means, failure.Summary),
                (thrown.Name, (int)thrown.StatusCode!, thrown.Code, thrown.Means, thrown.ServerMessage));
        }

        Assert.Equal(declared.Length, declared.Select(failure => failure.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(418, """{"errors":[{"code":999,"message":"Odd."}]}""", "999", FailureMeaning.Unspecified)]
    [InlineData(403, """{"errors":[{"code":999,"message":"Odd."}]}""", "999", FailureMeaning.Unspecified)]
    [InlineData(401, """{"errors":[{"code":999,"message":"Odd."}]}""", "999", FailureMeaning.Auth)]
    [InlineData(404, """{"error":"Odd."}""", null, FailureMeaning.Never)]
    [InlineData(429, "", null, FailureMeaning.Wait)]
    [InlineData(500, """{"errors":[]}""", null, FailureMeaning.OutcomeUnknown)]
    public async Task A_failure_that_the_spec_does_not_know_keeps_what_the_server_said(
        int status, string body, string? code, FailureMeaning means)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Answers((HttpStatusCode)status, body);

        ApiException failure = await sandbox.FailedAsync();

        Assert.Equal(
            (null, status, code, means), (failure.Name, (int)failure.StatusCode!, failure.Code, failure.Means));
        Assert.Equal(code is null ? null : "Odd.", failure.ServerMessage);
        Assert.Equal(body, failure.Body);
    }

    [Fact]
    public async Task A_gateways_page_is_kept_as_it_came()
    {
        const string Page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().WithHeader("Content-Type", "text/html").Answers(HttpStatusCode.BadGateway, Page);

        ApiException failure = await sandbox.FailedAsync();

        Assert.Equal((TwitterFailures.BadGateway, FailureMeaning.OutcomeUnknown), (failure.Name, failure.Means));
        Assert.Equal((null, null, Page), (failure.Code, failure.ServerMessage, failure.Body));
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }

    [Theory]
    [InlineData("""{"id":1,"id_str":"1","name":7}""", "$.name")]
    [InlineData("""{"id":1,"entities":{"url":{"urls":[{"url":7}]}}}""", "$.entities.url.urls[0].url")]
    [InlineData("<html>", "$")]
    [InlineData("", "$")]
    public async Task A_success_that_can_not_be_read_says_where_and_keeps_the_body(string body, string path)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);

        var failure = Assert.IsType<ApiFormatException>(await sandbox.FailedAsync());

        Assert.Equal((path, body, HttpStatusCode.OK), (failure.Path, failure.Body, failure.StatusCode));
        Assert.Equal("friendships/create", failure.Endpoint);
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }
}
