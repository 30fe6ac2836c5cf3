using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Reflection;
using ApiGen.Sandbox;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>Whatever a run that fails in every way lets out is searched for its secrets.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task Nothing_that_a_failing_run_lets_out_holds_a_secret()
    {
        using var captured = new Capture();
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        SandboxAccount account = sandbox.Account;
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        using OAuth1SignIn signIn = TwitterClient.SignIn(account.ConsumerKey, account.ConsumerSecret, options);
        using AppTokenSource app = TwitterAppClient.SignIn(account.ConsumerKey, account.ConsumerSecret, options);
        using AppTokenSource wrongApp = TwitterAppClient.SignIn(account.ConsumerKey, "wrong-consumer-secret", options);
        List<string> secrets = [account.ConsumerSecret, account.Token, account.TokenSecret, "wrong-consumer-secret"];
        List<object> shown = [signIn, app, wrongApp];

        // A sign-in that fails, and one that doesn't.
        TemporaryToken temporary = await signIn.BeginAsync();
        string pin = await Browser.ReadPinAsync(temporary.AuthorizeAddress);
        secrets.AddRange([pin, Uri.UnescapeDataString(temporary.ToState().Split(' ')[1]), "98765432109"]);
        shown.Add(await FailureOf(() => signIn.CompleteByPinAsync(temporary, "98765432109")));
        OAuth1Account signedIn = await signIn.CompleteByPinAsync(temporary, pin);
        secrets.AddRange([signedIn.Reveal().Token, signedIn.Reveal().TokenSecret]);
        shown.AddRange([temporary, signedIn, signedIn.Credentials]);
        shown.Add(await FailureOf(() => signIn.CompleteByPinAsync(temporary, pin)));

        // Calls that are refused, with the server's own words; that time out; that can't be read.
        OAuth1Credentials bad = (account with { TokenSecret = "another-token-secret" }).Credentials();
        secrets.Add("another-token-secret");
        shown.Add(bad);
        shown.Add(await FailureOf(() => new TwitterClient(bad, options).Friendships.CreateAsync(1)));
        var twitter = new TwitterClient(signedIn.Credentials, options);
        sandbox.Next().Answers(System.Net.HttpStatusCode.Forbidden, $$"""
            {"errors":[{"code":1,"message":"{{signedIn.Reveal().Token}} and {{signedIn.Reveal().TokenSecret}}"}]}
            """);
        shown.Add(await FailureOf(() => twitter.Friendships.CreateAsync(1)));
        sandbox.Next().Resets();
        shown.Add(await FailureOf(() => twitter.Friendships.CreateAsync(1)));

        // The app's own token: a wrong secret, and a token that stays refused.
        shown.Add(await FailureOf(() => new TwitterAppClient(wrongApp, options).Users.ShowAsync("a")));
        AppToken token = await app.GetAsync(CancellationToken.None);
        secrets.Add(SecretIn(token));
        shown.Add(token);
        sandbox.Always().Fails("TokenInvalid");
        shown.Add(await FailureOf(() => new TwitterAppClient(app, options).Users.ShowAsync("a")));

        string everything = string.Join('\n', shown.SelectMany(TextsOf).Concat(captured.Texts));
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), everything, StringComparison.Ordinal);
        });
        Assert.Contains("was refused with 401", everything, StringComparison.Ordinal);
        Assert.NotEmpty(captured.Texts);
    }

    private static string SecretIn(AppToken token) => (string)typeof(ApiCredentials)
        .GetProperty("Token", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(token)!;

    private static async Task<Exception> FailureOf(Func<Task> call) => await Assert.ThrowsAnyAsync<ApiException>(call);

    /// <summary>What a logger, a serialiser or a debugger makes of an object: its text, and its public properties.</summary>
    private static IEnumerable<string> TextsOf(object shown)
    {
        yield return shown.ToString()!;
        foreach (PropertyInfo property in shown.GetType().GetProperties())
        {
            // The address for the browser has the temporary token in it, which is no secret.
            if (property.GetIndexParameters().Length == 0) yield return $"{property.GetValue(shown)}";
        }

        if (shown is not Exception exception) yield break;
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException) yield return inner.ToString();
        if (exception is ApiException { Headers: { } headers }) yield return headers.ToString();
    }

    /// <summary>All that is traced in the process: every activity's tags, and every event source of networking.</summary>
    private sealed class Capture : EventListener
    {
        private readonly ConcurrentQueue<string> _texts = new();
        private readonly ActivityListener _activities;

        public Capture()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity => _texts.Enqueue(
                    $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
            };
            ActivitySource.AddActivityListener(_activities);
        }

        public IEnumerable<string> Texts => [.. _texts];

        public override void Dispose()
        {
            _activities.Dispose();
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _texts?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}
