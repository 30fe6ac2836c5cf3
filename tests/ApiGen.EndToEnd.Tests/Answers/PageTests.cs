using System.Net;
using Aviary;

namespace ApiGen.EndToEnd.Tests.Answers;

/// <summary>Answers that come in pages, one request each.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Each_page_is_one_signed_and_counted_call_made_when_it_is_asked_for()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        PageSequence<BirdPage> pages = sandbox.Client().Birds.ByCursorPages(count: 1);
        Assert.Empty(sandbox.Server.Requests);

        List<Page<BirdPage>> all = [];
        await foreach (Page<BirdPage> page in pages)
        {
            all.Add(page);
            Assert.Equal(all.Count, sandbox.Server.Requests.Count);
        }

        Assert.Equal(
            ["/1/birds/by_cursor?count=1", "/1/birds/by_cursor?count=1&cursor=page-2", "/1/birds/by_cursor?count=1&cursor=page-3"],
            sandbox.Targets);
        Assert.Equal([1L, 2L, 3L], all.Select(page => Assert.Single(page.Value.Birds).Id));
        Assert.Equal([(null, "page-2"), ("page-2", "page-3"), ("page-3", null)], all.Select(page => (page.Cursor, page.Next)));
        Assert.Equal([2, 1, 0], all.Select(page => page.Budgets[0].Remaining));
        Assert.Null(pages.ResumeAt);
    }

    [Fact]
    public async Task Where_the_budget_ends_another_sequence_goes_on()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        await sandbox.Client().Birds.ByCursorAsync();
        PageSequence<BirdPage> pages = sandbox.Client().Birds.ByCursorPages();
        List<long> ids = [];

        await Assert.ThrowsAsync<BudgetExhaustedException>(async () =>
        {
            await foreach (Page<BirdPage> page in pages) ids.AddRange(page.Value.Birds.Select(bird => bird.Id));
        });

        Assert.Equal(("page-3", 3), (pages.ResumeAt, sandbox.Server.Requests.Count));
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        PageSequence<BirdPage> rest = sandbox.Client().Birds.ByCursorPages(startAt: pages.ResumeAt);
        await foreach (Page<BirdPage> page in rest) ids.AddRange(page.Value.Birds.Select(bird => bird.Id));
        Assert.Equal([1L, 2L, 3L], ids);
    }

    [Fact]
    public async Task A_sequence_left_in_between_or_cancelled_knows_where_it_was()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        PageSequence<BirdPage> pages = sandbox.Client().Birds.ByCursorPages();
        await foreach (Page<BirdPage> page in pages)
        {
            Assert.Null(page.Cursor);
            break;
        }

        Assert.Equal("page-2", pages.ResumeAt);

        using var patience = new CancellationTokenSource();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Page<BirdPage> _ in pages.WithCancellation(patience.Token)) await patience.CancelAsync();
        });
        Assert.Equal(patience.Token, cancelled.CancellationToken);
        Assert.Equal(("page-2", 2), (pages.ResumeAt, sandbox.Server.Requests.Count));
    }

    [Fact]
    public async Task A_sequence_enumerated_again_or_at_once_begins_anew_each_time()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        PageSequence<IReadOnlyList<Bird>> pages = sandbox.Client().Birds.ByOffsetPages();

        long[][] runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            await pages.Items().Select(bird => bird.Id).ToArrayAsync()));

        Assert.All(runs, run => Assert.Equal([1L, 2L, 3L], run));

        // One page for each bird, and the empty one that is the last.
        Assert.Equal(4 * 4, sandbox.Server.Requests.Count);
        Assert.Equal(4, sandbox.Targets.Count(target => target == "/1/birds/by_offset/3"));
    }

    [Fact]
    public async Task Items_left_amid_a_page_are_resumed_at_that_page()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        PageSequence<BirdPage> pages = sandbox.Client().Birds.ByPagePages();

        await foreach (Bird bird in pages.Items(page => page.Birds))
        {
            if (bird.Id == 3) break;
        }

        Assert.Equal(("2", 2), (pages.ResumeAt, sandbox.Server.Requests.Count));
        long[] rest = await sandbox.Client().Birds.ByPagePages(pages.ResumeAt)
            .Items(page => page.Birds).Select(bird => bird.Id).ToArrayAsync();
        Assert.Equal([3L, 4L], rest);
        Assert.Equal("/1/birds/by_page?page=3", sandbox.Targets.Last());
    }

    [Fact]
    public async Task Pages_by_the_largest_id_end_at_an_empty_one()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();

        long[] ids = await sandbox.Client().Birds.ByIdPages().Items().Select(bird => bird.Id).ToArrayAsync();

        // Above 2^53, where a double couldn't tell one from the next.
        Assert.Equal([9007199254740993, 9007199254740992, 9007199254740991], ids);
        Assert.Equal(
            [
                "/1/birds/by_id",
                "/1/birds/by_id?max_id=9007199254740992",
                "/1/birds/by_id?max_id=9007199254740991",
                "/1/birds/by_id?max_id=9007199254740990",
            ],
            sandbox.Targets);
    }

    [Fact]
    public async Task Ids_may_be_texts_and_in_any_order()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, """[{"id":"30","name":"A"},{"id":10,"name":"B"},{"id":"20","name":"C"}]""");
        sandbox.Server.Next().Answers(HttpStatusCode.OK, "[]");

        List<Page<IReadOnlyList<Bird>>> pages = await sandbox.Client().Birds.ByIdPages().ToListAsync();

        Assert.Equal([("9", 3), (null, 0)], pages.Select(page => (page.Next, page.Value.Count)));
        Assert.Equal("/1/birds/by_id?max_id=9", sandbox.Targets.Last());
    }

    [Fact]
    public async Task A_server_that_takes_no_notice_of_the_largest_id_ends_with_an_error()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Always().Answers(HttpStatusCode.OK, """[{"id":8,"name":"A"},{"id":7,"name":"B"}]""");
        PageSequence<IReadOnlyList<Bird>> pages = sandbox.Client().Birds.ByIdPages();

        var failure = await Assert.ThrowsAsync<ApiFormatException>(async () => await pages.ToListAsync());

        Assert.Equal(
            "all ids are above the max_id that was asked for, so that the pages would never end", failure.Problem);
        Assert.Equal(("birds/by_id", "6", 2), (failure.Endpoint, pages.ResumeAt, sandbox.Server.Requests.Count));
    }

    [Fact]
    public async Task A_server_that_gives_a_cursor_again_ends_with_an_error()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        foreach (string next in (string[])["a", "b", "a"])
            sandbox.Server.Next().Answers(HttpStatusCode.OK, $$$"""{"birds":[],"meta":{"next":"{{{next}}}"}}""");
        PageSequence<BirdPage> pages = sandbox.Client().Birds.ByCursorPages();
        int seen = 0;

        var failure = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (Page<BirdPage> _ in pages) seen++;
        });

        Assert.Equal(
            "The pages of birds/by_cursor would never end: the server gave the cursor a a second time.", failure.Message);
        Assert.Equal((3, 3, "a"), (seen, sandbox.Server.Requests.Count, pages.ResumeAt));
    }

    [Fact]
    public async Task A_server_that_gives_the_last_page_for_ever_ends_with_an_error()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Always().Answers(HttpStatusCode.OK, """{"response":{"birds":[{"id":1,"name":"A"}]}}""");

        var failure = await Assert.ThrowsAsync<ApiException>(
            async () => await sandbox.Client().Birds.ByPagePages().ToListAsync());

        Assert.Equal(
            "The pages of birds/by_page would never end: the server gave the same items for the page 2 as for the one "
            + "before.",
            failure.Message);
        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"birds":[],"meta":null}""", null)]
    [InlineData("""{"birds":[]}""", null)]
    [InlineData("""{"birds":[],"meta":{"next":""}}""", null)]
    [InlineData("""{"birds":[],"meta":{"next":null}}""", null)]
    [InlineData("""{"birds":[],"meta":{"next":-12345678901234567890}}""", "-12345678901234567890")]
    [InlineData("""{"meta":{"next":"\u00e9+/= &"},"birds":[]}""", "é+/= &")]
    public async Task The_next_cursor_is_taken_as_it_stands_and_an_empty_first_page_is_a_page(string body, string? next)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);
        sandbox.Server.Next().Answers(HttpStatusCode.OK, """{"birds":[]}""");

        List<Page<BirdPage>> pages = await sandbox.Client().Birds.ByCursorPages().ToListAsync();

        Assert.Equal(next, pages[0].Next);
        Assert.Equal(next is null ? 1 : 2, sandbox.Server.Requests.Count);
        if (next is not null) Assert.Equal(next, sandbox.Server.Requests[1].Parameters["cursor"]);
    }

    [Fact]
    public async Task A_page_whose_next_cursor_is_none_is_unreadable_there()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, """{"birds":[],"meta":{"next":{}}}""");

        var failure = await Assert.ThrowsAsync<ApiFormatException>(
            async () => await sandbox.Client().Birds.ByCursorPages().ToListAsync());

        Assert.Equal(("$.meta.next", HttpStatusCode.OK), (failure.Path, failure.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("second")]
    [InlineData("1.5")]
    public async Task What_leads_to_no_page_is_refused_before_anything_is_sent(string startAt)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();

        Assert.Throws<ArgumentException>(nameof(startAt), () => sandbox.Client().Birds.ByPagePages(startAt));

        Assert.Empty(sandbox.Server.Requests);
    }

    [Fact]
    public async Task A_failed_page_is_where_to_go_on_and_a_retry_above_still_works()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        using var retries = new Client.RetryOnServerError();
        PageSequence<IReadOnlyList<Bird>> retried = sandbox
            .Client(configure: options => options.OuterHandlers.Add(retries)).Birds.ByOffsetPages();
        sandbox.Server.Next().Fails(AviaryFailures.Broken);
        Assert.Equal(3, (await retried.Items().ToListAsync()).Count);

        PageSequence<IReadOnlyList<Bird>> pages = sandbox.Client().Birds.ByOffsetPages(startAt: "2");
        sandbox.Server.Next().Succeeds();
        sandbox.Server.Next().Fails(AviaryFailures.Broken);
        await Assert.ThrowsAsync<ApiException>(async () => await pages.ToListAsync());
        Assert.Equal("3", pages.ResumeAt);
    }
}
