using ApiGen.Sandbox;
using Twitter;

namespace SignInSample;

/// <summary>The app that users sign in to: one of Twitter's by the environment, or one of a sandbox.</summary>
internal sealed class TwitterApp : IAsyncDisposable
{
    private readonly Sandbox? _sandbox;

    private TwitterApp(string consumerKey, string consumerSecret, Uri? address, Sandbox? sandbox)
    {
        _sandbox = sandbox;
        ConsumerKey = consumerKey;
        ConsumerSecret = consumerSecret;
        Options = new ApiClientOptions { BaseAddress = sandbox?.Address ?? address, UserAgent = "SignIn" };
        Description = sandbox is null
            ? $"Calling {address?.Authority ?? "Twitter"}."
            : $"Calling a sandbox on this machine, {sandbox.Address}; no account is needed.";
    }

    public string ConsumerKey { get; }

    public string ConsumerSecret { get; }

    public ApiClientOptions Options { get; }

    /// <summary>Where calls go, in a sentence.</summary>
    public string Description { get; }

    public static async Task<TwitterApp> OpenAsync()
    {
        string? key = Environment.GetEnvironmentVariable("TWITTER_CONSUMER_KEY");
        string? secret = Environment.GetEnvironmentVariable("TWITTER_CONSUMER_SECRET");
        string? server = Environment.GetEnvironmentVariable("TWITTER_BASE_URL");
        Uri? address = string.IsNullOrEmpty(server) ? null : new Uri(server);
        if (!string.IsNullOrEmpty(key) && !string.IsNullOrEmpty(secret))
            return new TwitterApp(key, secret, address, sandbox: null);

        Sandbox sandbox = await Sandbox.StartAsync(TwitterClient.Api);
        return new TwitterApp(sandbox.Account.ConsumerKey, sandbox.Account.ConsumerSecret, address: null, sandbox);
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
