using System.Net;
using ApiGen.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class PoolTests
{
    private static readonly PoolDescriptor Songs = new("Songs", [new(BudgetScope.User, 3, TimeSpan.FromHours(1))]);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_pool_counts_the_calls_of_its_endpoints_together_and_no_others()
    {
        await using var sandbox = await StartAsync(
            Endpoint("sing") with { Pools = [Songs] },
            Endpoint("hum") with { Pools = [Songs], Limits = [new(BudgetScope.User, 2, TimeSpan.FromHours(1))] },
            Endpoint("fly"));
        using TestClient client = new(sandbox, clock: _clock);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/hum")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sing")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sing")).Status);
        TestClient.Answer sung = await client.GetAsync("/sing");
        TestClient.Answer hummed = await client.GetAsync("/hum");

        Assert.Equal((HttpStatusCode.TooManyRequests, 88), (sung.Status, sung.Code));
        Assert.Contains("at most 3 calls of the pool Songs", sung.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, hummed.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/fly")).Status);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/hum")).Status);
    }

    [Fact]
    public async Task A_call_takes_as_many_slots_as_it_costs_or_none()
    {
        await using var sandbox = await StartAsync(
            Endpoint("sing") with { Pools = [Songs] }, Endpoint("chorus") with { Pools = [Songs], Cost = 2 });
        using TestClient client = new(sandbox, clock: _clock);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/chorus")).Status);
        _clock.Advance(TimeSpan.FromMinutes(10));
        TestClient.Answer refused = await client.GetAsync("/chorus");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sing")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("free at 2030-01-01 01:00:00.000 UTC", refused.Message, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/chorus")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/sing")).Status);
    }

    [Fact]
    public async Task Of_calls_at_once_no_more_than_the_limit_are_under_way()
    {
        await using var sandbox = await StartAsync(
            Endpoint("dive") with { Limits = [new(BudgetScope.App, 2, TimeSpan.Zero)] });
        using TestClient client = new(sandbox, clock: _clock);
        sandbox.Next(2).After(TimeSpan.FromSeconds(1)).Succeeds();
        Task<TestClient.Answer>[] dives = [client.GetAsync("/dive"), client.GetAsync("/dive")];
        while (sandbox.Requests.Count < 2) await Task.Delay(5, TestContext.Current.CancellationToken);

        TestClient.Answer refused = await client.GetAsync("/dive");
        Task<TestClient.Answer[]> all = Task.WhenAll(dives);
        while (!all.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("At most 2 calls of dive", refused.Message, StringComparison.Ordinal);
        Assert.All(await all, dive => Assert.Equal(HttpStatusCode.OK, dive.Status));
        for (int i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/dive")).Status);
    }

    [Fact]
    public async Task A_call_whose_connection_breaks_is_no_longer_under_way()
    {
        await using var sandbox = await StartAsync(
            Endpoint("dive") with { Limits = [new(BudgetScope.User, 1, TimeSpan.Zero)] });
        using TestClient client = new(sandbox, clock: _clock);
        sandbox.Next().Resets();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/dive"));

        // The reset reaches the caller a moment before the server is done with the call.
        TestClient.Answer next = await client.GetAsync("/dive");
        for (int i = 0; i < 200 && next.Status != HttpStatusCode.OK; i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
            next = await client.GetAsync("/dive");
        }

        Assert.Equal(HttpStatusCode.OK, next.Status);
    }

    private Task<ApiGen.Sandbox.Sandbox> StartAsync(params LimitedEndpoint[] endpoints) =>
        ApiGen.Sandbox.Sandbox.StartAsync(
            new(TestApi.Twitter, [.. endpoints.Select(endpoint => endpoint.Describe(TestApi.Twitter))]),
            new() { TimeProvider = _clock });

    private static LimitedEndpoint Endpoint(string name) => new(name);
}
