using System.Net;
using ApiGen.Sandbox;
using Post;

namespace ApiGen.EndToEnd.Tests.Counting;

public sealed class CountingTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task Each_recipient_has_a_limit_of_its_own()
    {
        await using PostOffice office = await PostOffice.OpenAsync();
        PostClient post = office.Client();

        await post.Letters.SendAsync(recipientId: 7);
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => post.Letters.SendAsync(recipientId: 7));
        await post.Letters.SendAsync(recipientId: 8);
        await post.Letters.SendAsync();
        await Assert.ThrowsAsync<BudgetExhaustedException>(() => post.Letters.SendAsync(text: "Dear nobody"));

        Assert.Contains(
            "letters/send may be called 1 times per user for each recipient_id in 24 h", refused.Message,
            StringComparison.Ordinal);
        Assert.Equal("recipient_id", refused.State.Key.ForEach);
        Assert.Equal(3, office.Server.Requests.Count);
    }

    [Fact]
    public async Task What_is_left_for_one_value_can_be_asked()
    {
        await using PostOffice office = await PostOffice.OpenAsync();
        PostClient post = office.Client();
        ApiResponse<System.Text.Json.JsonElement> sent = await post.Letters.SendWithResponseAsync(recipientId: 7);

        EndpointBudgets budgets = post.Letters.Budgets.Send;
        Assert.Equal([(4, 3)], Left(await budgets.ReadAsync()));
        Assert.Equal([(4, 3), (1, 0)], Left(await budgets.For("recipient_id", 7).ReadAsync()));
        Assert.Equal([(4, 3), (1, 1)], Left(await budgets.For("recipient_id", "8").ReadAsync()));
        Assert.Equal([(4, 3), (1, 1)], Left(await budgets.For("recipient_id", null).ReadAsync()));
        Assert.Equal([(4, 3), (1, 0)], Left(sent.Budgets));
        Assert.DoesNotContain(await post.Budgets.ReadAsync(), state => state.Key.ForEach is not null);
        Assert.Equal(
            office.Clock.GetUtcNow() + Day, (await budgets.For("recipient_id", 7).PlanAsync(1)).FirstForUser);
        Assert.Throws<ArgumentException>(() => budgets.For("text", "x"));
    }

    [Fact]
    public async Task No_value_stands_in_what_a_store_keeps()
    {
        await using PostOffice office = await PostOffice.OpenAsync();
        PostClient post = office.Client();

        IReadOnlyList<BudgetState> states =
            await post.Letters.Budgets.Send.For("recipient_id", 4711_0815).ReadAsync();

        Assert.DoesNotContain("47110815", string.Join('\n', states), StringComparison.Ordinal);
        Assert.Equal(2, states.Select(state => state.Key.Subject).Distinct().Count());
    }

    [Fact]
    public async Task The_sandbox_counts_by_values_as_well()
    {
        await using PostOffice office = await PostOffice.OpenAsync();

        await office.Client(isStranger: true).Letters.SendAsync(recipientId: 7);
        var refused = await Assert.ThrowsAsync<ApiException>(
            () => office.Client(isStranger: true).Letters.SendAsync(recipientId: 7));
        await office.Client(isStranger: true).Letters.SendAsync(recipientId: 8);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_day_of_New_York_ends_at_its_midnight_and_the_one_on_which_clocks_go_back_has_25_hours()
    {
        await using PostOffice office = await PostOffice.OpenAsync();
        PostClient post = office.Client();
        for (int i = 0; i < 3; i++) await post.Parcels.SendAsync("small");
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => post.Parcels.SendAsync("small"));
        DateTimeOffset sunday = new(2026, 11, 1, 4, 0, 0, TimeSpan.Zero);
        Assert.Equal(sunday, refused.ResumesAt);
        Assert.Contains("3 times per app in each day of America/New_York", refused.Message, StringComparison.Ordinal);

        office.Clock.SetUtcNow(sunday);
        for (int i = 0; i < 3; i++) await post.Parcels.SendAsync("small");
        refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => post.Parcels.SendAsync("small"));
        Assert.Equal(sunday + TimeSpan.FromHours(25), refused.ResumesAt);

        // Four are done on Monday as soon as that begins, and one on Tuesday.
        BudgetPlan plan = await post.Parcels.Budgets.Send.PlanAsync(4);
        Assert.Equal(
            (sunday + TimeSpan.FromHours(25), sunday + TimeSpan.FromHours(49)), (plan.FirstForUser, plan.LastForUser));
        Assert.Equal(6, office.Server.Requests.Count(request => request.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task The_sandbox_counts_by_days_as_well()
    {
        await using PostOffice office = await PostOffice.OpenAsync();
        PostClient Stranger() => office.Client(isStranger: true);
        office.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 1, 3, 59, 0, TimeSpan.Zero));
        for (int i = 0; i < 3; i++) await Stranger().Parcels.SendAsync("small");
        await Assert.ThrowsAsync<ApiException>(() => Stranger().Parcels.SendAsync("small"));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        for (int i = 0; i < 3; i++) await Stranger().Parcels.SendAsync("small");
        office.Clock.Advance(Day);
        await Assert.ThrowsAsync<ApiException>(() => Stranger().Parcels.SendAsync("small"));
        office.Clock.Advance(TimeSpan.FromHours(1));
        await Stranger().Parcels.SendAsync("small");
    }

    [Fact]
    public async Task Users_of_one_address_share_its_limit_and_another_address_has_its_own()
    {
        SandboxAccount first = new("app", "app-secret", "1-token", "secret-1");
        SandboxAccount second = first with { Token = "2-token", TokenSecret = "secret-2" };
        await using PostOffice office = await PostOffice.OpenAsync(first, second);

        await office.Client(first).Parcels.TrackAsync();
        await office.Client(second).Parcels.TrackAsync();
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => office.Client(first).Parcels.TrackAsync());
        Assert.Equal(BudgetScope.Ip, refused.State.Key.Scope);
        Assert.Contains("2 times per network address in 1 min", refused.Message, StringComparison.Ordinal);

        // By the client's count the other machine has calls left; to the sandbox it is the same machine.
        var rejected = await Assert.ThrowsAsync<ApiException>(
            () => office.Client(first, network: "elsewhere").Parcels.TrackAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, rejected.StatusCode);
    }

    private static IEnumerable<(int Limit, int Remaining)> Left(IReadOnlyList<BudgetState> states) =>
        states.Select(state => (state.Limit, state.Remaining));
}
