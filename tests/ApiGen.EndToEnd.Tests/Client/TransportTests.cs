using System.Net;
using System.Net.Sockets;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class TransportTests
{
    [Fact]
    public async Task A_call_cancelled_before_it_begins_is_neither_sent_nor_counted()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => sandbox.Client().Friendships.CreateAsync("twitterdev", cancellationToken: cancelled));

        Assert.Empty(sandbox.Server.Requests);
        Assert.Equal((0, 0), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_call_cancelled_under_way_stays_counted()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        using var patience = new CancellationTokenSource();
        sandbox.Server.Next().NeverAnswers();

        Task<User> call = sandbox.Client().Friendships.CreateAsync("twitterdev", cancellationToken: patience.Token);
        await sandbox.ArrivedAsync(1);
        await patience.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(patience.Token, exception.CancellationToken);
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_call_without_an_answer_in_time_has_an_unknown_outcome_and_counts_from_its_deadline()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        DateTimeOffset start = sandbox.Clock.GetUtcNow();
        sandbox.Server.Next().NeverAnswers();

        Task<User> call = sandbox.Client(configure: options => options.Timeout = TimeSpan.FromSeconds(30))
            .Friendships.CreateAsync("twitterdev");
        await sandbox.ArrivedAsync(1);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<ApiException>(() => call);
        Assert.Equal((FailureMeaning.OutcomeUnknown, (HttpStatusCode?)null), (failure.Means, failure.StatusCode));
        Assert.IsType<TimeoutException>(failure.InnerException);
        IReadOnlyList<BudgetState> budgets = await sandbox.Client().Friendships.Budgets.Create.ReadAsync();
        DateTimeOffset free = start.AddSeconds(30).AddDays(1);
        Assert.All(budgets, budget => Assert.Equal((1, free), (budget.Used, budget.NextFree)));
    }

    [Fact]
    public async Task A_server_that_is_not_there_was_sent_nothing_and_nothing_is_counted()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string host = listener.LocalEndpoint.ToString()!;
        listener.Stop();

        ApiException failure = await sandbox.FailedAsync(options => options.BaseAddress = new Uri($"http://{host}"));

        Assert.Equal((FailureMeaning.NotSent, (HttpStatusCode?)null), (failure.Means, failure.StatusCode));
        Assert.StartsWith($"{host} can't be reached", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_retry_that_can_not_connect_leaves_open_whether_the_attempt_before_took_effect()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().Fails("OverCapacity");
        using var retries = new RetryOnServerError();
        using var network = new OneConnection();

        ApiException failure = await sandbox.FailedAsync(options =>
        {
            options.OuterHandlers.Add(retries);
            options.PrimaryHandler = network;
        });

        Assert.Equal((FailureMeaning.OutcomeUnknown, (HttpStatusCode?)null), (failure.Means, failure.StatusCode));
        Assert.Contains("can't be reached", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("The call may have taken effect.", failure.Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Server.Requests);
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_whose_connection_closes_unanswered_is_not_sent_again_and_stays_counted(bool isReset)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        // So that there is a connection to reuse, on which a pool would send again.
        await twitter.Friendships.CreateAsync("twitterdev");
        if (isReset) sandbox.Server.Next().Resets();
        else sandbox.Server.Next().HangsUp();

        var failure = await Assert.ThrowsAsync<ApiException>(() => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal((FailureMeaning.OutcomeUnknown, (HttpStatusCode?)null), (failure.Means, failure.StatusCode));
        Assert.Equal(2, sandbox.Server.Requests.Count);
        Assert.Equal((2, 2), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task An_answer_that_breaks_off_leaves_the_outcome_unknown()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().HangsUpMidway();

        ApiException failure = await sandbox.FailedAsync();

        Assert.Equal((FailureMeaning.OutcomeUnknown, HttpStatusCode.OK), (failure.Means, failure.StatusCode));
        Assert.Equal((1, 1), await sandbox.UsedAsync());
    }
}
