using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_call_is_a_span_that_names_its_endpoint_and_answer()
    {
        Activity span = await TraceAsync(async sandbox =>
            await sandbox.Client().Friendships.CreateAsync("twitterdev"));

        Assert.Equal(("Twitter friendships/create", ActivityStatusCode.Unset), (span.DisplayName, span.Status));
        Assert.Equal(
            [
                ("apigen.api", "Twitter"),
                ("apigen.endpoint", "friendships/create"),
                ("http.request.method", "POST"),
                ("http.response.status_code", 200),
            ],
            TagsOf(span));
    }

    [Fact]
    public async Task A_refused_call_tells_the_specs_name_for_the_failure_and_what_it_means()
    {
        Activity span = await TraceAsync(async sandbox =>
        {
            sandbox.Server.Next().Fails(TwitterFriendships.CreateFailures.Blocked);
            await sandbox.FailedAsync();
        });

        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal(
            [("apigen.means", "Never"), ("error.type", "Blocked"), ("http.response.status_code", 403)],
            TagsOf(span).Where(tag => tag.Name is not ("apigen.api" or "apigen.endpoint" or "http.request.method")));
    }

    [Fact]
    public async Task A_failure_without_a_name_tells_its_status()
    {
        Activity span = await TraceAsync(async sandbox =>
        {
            sandbox.Server.Next().Answers((HttpStatusCode)418, "");
            await sandbox.FailedAsync();
        });

        Assert.Equal("418", span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_call_without_a_slot_tells_whose_budget_it_was()
    {
        Activity span = await TraceAsync(async sandbox =>
        {
            TwitterClient client = sandbox.Client();
            for (int i = 0; i < 400; i++) await client.Friendships.CreateAsync("twitterdev");
            await Assert.ThrowsAsync<BudgetExhaustedException>(() => client.Friendships.CreateAsync("twitterdev"));
        });

        Assert.Equal(
            ("user", typeof(BudgetExhaustedException).FullName),
            (span.GetTagItem("apigen.scope"), span.GetTagItem("error.type")));
        Assert.Null(span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task What_is_sent_within_a_call_belongs_to_its_span()
    {
        var spans = new ConcurrentQueue<Activity>();
        Activity span = await TraceAsync(
            async sandbox => await sandbox.Client().Friendships.CreateAsync("twitterdev"), spans.Enqueue);

        Assert.Contains(
            spans, sent => sent.Source.Name == "System.Net.Http" && sent.ParentSpanId == span.SpanId);
    }

    /// <summary>The last span of this test's own calls: other tests' calls are traced at the same time.</summary>
    private static async Task<Activity> TraceAsync(
        Func<TwitterSandbox, Task> act, Action<Activity>? onStopped = null)
    {
        Activity? last = null;
        using var root = new Activity(nameof(ActivityTests));
        root.Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "ApiGen" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId != root.TraceId) return;
                if (activity.Source.Name == "ApiGen") last = activity;
                onStopped?.Invoke(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();

        await act(sandbox);

        Assert.NotNull(last);
        return last;
    }

    private static IEnumerable<(string Name, object? Value)> TagsOf(Activity span) => span.TagObjects
        .Select(tag => (tag.Key, tag.Value))
        .OrderBy(tag => tag.Key, StringComparer.Ordinal);
}
