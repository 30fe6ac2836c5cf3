using System.Globalization;
using System.Net;
using Aviary;

namespace ApiGen.EndToEnd.Tests.Answers;

/// <summary>Failures that come with a status of success, and do all that failures do.</summary>
public sealed class FailureInSuccessTests
{
    [Theory]
    [InlineData(AviaryFailures.Overloaded, "105", FailureMeaning.CoolDown)]
    [InlineData(AviaryFailures.HourUsed, "106", FailureMeaning.Wait)]
    [InlineData(AviaryFailures.TokenExpired, "98", FailureMeaning.Auth)]
    public async Task A_declared_failure_in_a_200_is_one_and_counts_as_an_answered_call(
        string name, string code, FailureMeaning means)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Fails(name);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.CleanAsync());

        Assert.Equal((name, code, means), (failure.Name, failure.Code, failure.Means));
        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
        Assert.Contains("\"stat\":\"fail\"", failure.Body, StringComparison.Ordinal);
        BudgetState budget = Assert.Single(await sandbox.Client().Nests.Budgets.Clean.ReadAsync());
        Assert.Equal(1, budget.Used);
    }

    [Theory]
    [InlineData(AviaryFailures.HourUsed, 3600)]
    [InlineData(AviaryFailures.Overloaded, 60)]
    public async Task A_failure_in_a_200_lowers_a_budget_as_a_429_does(string name, int seconds)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Fails(name);
        await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.CleanAsync());

        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => sandbox.Client().Nests.CleanAsync());

        Assert.Equal(
            (BudgetRefusalReason.ServerWord, sandbox.Clock.GetUtcNow().AddSeconds(seconds)),
            (refused.Reason, refused.ResumesAt));
        Assert.Single(sandbox.Server.Requests);
    }

    [Fact]
    public async Task A_refusal_of_the_credentials_in_a_200_has_them_renewed_once()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        var source = new RenewingSource(sandbox.Server.Account.Credentials());
        sandbox.Server.Next().Fails(AviaryFailures.TokenExpired);

        await sandbox.Client(source).Nests.CleanAsync();

        Assert.Equal((1, 2), (source.Renewals, sandbox.Server.Requests.Count));

        sandbox.Server.Always().Fails(AviaryFailures.TokenExpired);
        await Assert.ThrowsAsync<ApiException>(() => sandbox.Client(source).Nests.CleanAsync());
        Assert.Equal((2, 4), (source.Renewals, sandbox.Server.Requests.Count));
    }

    [Fact]
    public async Task A_refusal_of_the_timestamp_in_a_200_is_answered_by_the_servers_time()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        string serverTime = sandbox.Clock.GetUtcNow().AddMinutes(2).ToString("R", CultureInfo.InvariantCulture);
        sandbox.Server.Next().WithHeader("Date", serverTime).Fails(AviaryFailures.StaleTimestamp);

        await sandbox.Client().Nests.CleanAsync();

        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"meta":{"code":404,"description":"No such bird."}}""", "404", "No such bird.")]
    [InlineData("""{"stat":"fail","message":"Odd."}""", null, "Odd.")]
    [InlineData("""{"stat":"\u0066ail","code":7}""", "7", null)]
    [InlineData("""{"problem":{"id":"x1","text":"Odd."}}""", "x1", "Odd.")]
    [InlineData("""{"problem":true}""", null, null)]
    [InlineData("""{"bird":{"stat":"ok"},"stat":"fail"}""", null, null)]
    public async Task A_layout_tells_the_failure_whether_or_not_the_spec_knows_it(
        string body, string? code, string? message)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.CleanAsync());

        Assert.Equal(
            (null, code, message, FailureMeaning.Unspecified, body),
            (failure.Name, failure.Code, failure.ServerMessage, failure.Means, failure.Body));
    }

    [Theory]
    [InlineData("""{"stat":"ok","meta":{"code":200},"problem":null}""")]
    [InlineData("""{"stat":["fail"],"inner":{"stat":"fail"},"errors":[{"code":1,"detail":{"text":"A"}}]}""")]
    [InlineData("""[{"stat":"fail"}]""")]
    [InlineData("fail")]
    [InlineData("""{"sta""")]
    [InlineData("")]
    public async Task What_no_layout_tells_from_a_success_is_one(string body)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);

        await sandbox.Client().Nests.CleanAsync();
    }

    [Fact]
    public async Task An_endpoint_may_lay_its_failures_out_in_a_way_of_its_own()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Fails(AviaryChat.PostFailures.NoChannel);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Chat.PostAsync("Tweet"));

        Assert.Equal(("channel_not_found", FailureMeaning.Never), (failure.Code, failure.Means));
        Assert.Equal("""{"error":"channel_not_found","ok":false}""", failure.Body);

        // What the API's layout would take for a failure isn't one here.
        sandbox.Server.Next().Answers(HttpStatusCode.OK, """{"ok":true,"stat":"fail"}""");
        await sandbox.Client().Chat.PostAsync("Tweet");
    }

    [Theory]
    [InlineData(403, """{"errors":[{"code":108,"detail":{"text":"Gone."}}]}""", AviaryFailures.NoSuchBird, "108", "Gone.")]
    [InlineData(404, """{"code":108,"message":"Gone."}""", AviaryFailures.NoSuchBird, "108", "Gone.")]
    [InlineData(400, "invalid id\n", AviaryFailures.InvalidId, "invalid id", "invalid id")]
    [InlineData(400, "\"invalid id\"", AviaryFailures.InvalidId, "invalid id", "invalid id")]
    [InlineData(503, "<html>busy</html>", AviaryFailures.Nesting, null, null)]
    [InlineData(502, "<html>busy</html>", AviaryFailures.Broken, null, null)]
    [InlineData(599, "", AviaryFailures.Broken, null, null)]
    [InlineData(500, "{\"errors\":[{\"code\":\"\\ud800\"}]}", AviaryFailures.Broken, null, null)]
    public async Task The_first_layout_that_fits_a_body_is_taken(
        int status, string body, string name, string? code, string? message)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers((HttpStatusCode)status, body);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.NoteAsync());

        Assert.Equal((name, code, message), (failure.Name, failure.Code, failure.ServerMessage));
    }

    private sealed class RenewingSource(OAuth1Credentials credentials) : ICredentialSource<OAuth1Credentials>
    {
        public int Renewals { get; private set; }

        public ValueTask<OAuth1Credentials> GetAsync(CancellationToken cancellationToken = default) => new(credentials);

        public ValueTask<OAuth1Credentials?> RenewAsync(
            OAuth1Credentials refused, CancellationToken cancellationToken = default)
        {
            Renewals++;
            return new(credentials);
        }
    }
}
