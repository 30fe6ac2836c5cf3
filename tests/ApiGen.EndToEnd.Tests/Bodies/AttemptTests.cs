using System.Net;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.EndToEnd.Tests.Client;

namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>A call that is sent more than once, and files that don't stay as they were.</summary>
public sealed class AttemptTests
{
    private static readonly byte[] Content = new byte[300_000];

    [Theory]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_redirect_that_keeps_the_method_is_followed_with_the_same_body(HttpStatusCode status)
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address, new OAuth1Scheme { BodyHash = true });
        using var folder = new TemporaryFolder();
        using var stream = new MemoryStream(Content);

        server.Next(status, "/elsewhere");
        await api.SendAsync(Files(api, ApiFile.FromPath(folder.Write("a", Content)), ApiFile.FromStream(stream, "b")));
        server.Next(status, "/elsewhere");
        await api.SendAsync(api.Endpoint(ParameterPlace.Json, "a").Call().Add(0, "x"));

        Assert.Equal(server.Arrivals[0].Parts, server.Arrivals[1].Parts);
        Assert.Equal(2, server.Arrivals[1].Parts.Count);
        Assert.Equal("""{"a":"x"}""", server.Arrivals[3].Json.ToString());
        Assert.Equal(4, await api.UsedAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    public async Task A_redirect_that_would_drop_the_body_is_not_followed(HttpStatusCode status)
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        server.Next(status, "/elsewhere");

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => api.SendAsync(api.Endpoint(ParameterPlace.Json, "a").Call().Add(0, "x")));

        Assert.Contains("a POST would become a GET", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Arrivals);
    }

    [Fact]
    public async Task A_retry_sends_the_whole_body_again()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var folder = new TemporaryFolder();
        using var retries = new RetryOnServerError();
        server.Next(HttpStatusCode.ServiceUnavailable);

        await api.SendAsync(
            Files(api, ApiFile.FromPath(folder.Write("a", Content))), options => options.OuterHandlers.Add(retries));

        Assert.Equal(2, server.Arrivals.Count);
        Assert.Equal(server.Arrivals[0].Parts, server.Arrivals[1].Parts);
    }

    [Fact]
    public async Task A_stream_that_can_not_seek_is_good_for_one_attempt_and_no_other_is_counted()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var stream = new OneWayStream(Content.Length, Content);
        server.Next(HttpStatusCode.TemporaryRedirect, "/elsewhere");

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => api.SendAsync(Files(api, ApiFile.FromStream(stream, "x"))));

        Assert.Contains(
            "The file 'x' can't be read: its stream was read for an earlier attempt, and can't be rewound.",
            failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Arrivals);
        Assert.Equal(1, await api.UsedAsync());
    }

    [Fact]
    public async Task A_stream_that_can_not_seek_has_no_hash_and_nothing_is_sent()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address, new OAuth1Scheme { BodyHash = true });
        using var stream = new OneWayStream(Content.Length, Content);

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => api.SendAsync(Files(api, ApiFile.FromStream(stream, "x"))));

        Assert.Equal(FailureMeaning.NotSent, failure.Means);
        Assert.Contains("a hash of it is signed", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (server.Arrivals.Count, await api.UsedAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_gone_or_shorter_when_it_is_opened_leaves_nothing_counted(bool isGone)
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.bin", Content);
        ApiCall<JsonElement> call = Files(api, ApiFile.FromBytes(Content, "x"), ApiFile.FromPath(path));
        if (isGone) File.Delete(path);
        else folder.Write("a.bin", Content[..1000]);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(call));

        Assert.Equal(FailureMeaning.NotSent, failure.Means);
        Assert.StartsWith("bodies/send: The file 'a.bin' can't be read: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            isGone ? path : "it had 300000 bytes when the call began, and has 1000",
            failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (server.Arrivals.Count, await api.UsedAsync()));
    }

    [Fact]
    public async Task A_file_that_vanishes_between_attempts_leaves_the_first_counted()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.bin", Content);
        server.Next(HttpStatusCode.TemporaryRedirect, "/elsewhere");
        server.Meanwhile = () => File.Delete(path);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Files(api, ApiFile.FromPath(path))));

        Assert.Equal(FailureMeaning.OutcomeUnknown, failure.Means);
        Assert.Contains("'a.bin' can't be read", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Arrivals);
        Assert.Equal(1, await api.UsedAsync());
    }

    [Fact]
    public async Task A_file_that_fails_while_it_is_sent_is_named_and_stays_counted()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var stream = new OneWayStream(200_000, Content);

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => api.SendAsync(Files(api, ApiFile.FromStream(stream, "x"))));

        Assert.Equal(FailureMeaning.OutcomeUnknown, failure.Means);
        Assert.Equal(
            "bodies/send: The file 'x' can't be read: The disk is on fire. The call may have taken effect.",
            failure.Message);
        Assert.Equal((0, 1), (server.Arrivals.Count, await api.UsedAsync()));
    }

    [Fact]
    public async Task One_stream_is_not_read_by_two_calls_at_once()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var stream = new MemoryStream(Content);
        using var first = new ManualResetEventSlim();
        ApiFile file = ApiFile.FromStream(stream, "x");
        server.Meanwhile = () => first.Wait(TimeSpan.FromSeconds(30));

        Task call = api.SendAsync(Files(api, file));
        while (server.Arrivals.Count == 0) await Task.Delay(10);
        var failure = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(Files(api, file)));
        first.Set();
        await call;

        Assert.Contains("another call or attempt is reading its stream", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (server.Arrivals.Count, await api.UsedAsync()));
    }

    [Fact]
    public async Task A_call_cancelled_while_its_body_is_sent_stays_counted_and_lets_go_of_the_file()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var patience = new CancellationTokenSource();
        using var stream = new SlowStream(patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.SendAsync(Files(api, ApiFile.FromStream(stream, "x")), cancellation: patience.Token));

        Assert.Equal((0, 1), (server.Arrivals.Count, await api.UsedAsync()));
    }

    private static ApiCall<JsonElement> Files(BodyApi api, params ApiFile[] files) =>
        api.Endpoint(ParameterPlace.Multipart, "f").Call().Add(0, files);

    /// <summary>Gives a little, and then nothing until somebody's patience is at its end.</summary>
    private sealed class SlowStream(CancellationTokenSource patience) : MemoryStream(Content)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 100_000)
            {
                await patience.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
