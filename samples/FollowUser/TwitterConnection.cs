using ApiGen.Sandbox;
using Twitter;

namespace FollowUser;

/// <summary>A client, the store that counts its calls and, if no account is configured, the sandbox it calls.</summary>
internal sealed class TwitterConnection : IAsyncDisposable
{
    // The same at every start, so that the sandbox's user has one budget from run to run.
    private static readonly SandboxAccount SandboxAccount =
        new("sandbox-consumer-key", "sandbox-consumer-secret", "2244994945-sandbox-token", "sandbox-token-secret");

    private readonly SqliteBudgetStore _budgets = new(BudgetFile.Path);
    private readonly Sandbox? _sandbox;

    private TwitterConnection(TwitterSettings settings, Sandbox? sandbox)
    {
        _sandbox = sandbox;
        Uri? address = sandbox?.Address ?? settings.BaseAddress;
        string server = sandbox is null
            ? address?.Authority ?? "Twitter"
            : $"a sandbox on this machine, {address}; no account is needed";
        Description = $"Calling {server}. Calls are counted in {BudgetFile.Path}.";
        Client = new TwitterClient(
            settings.Credentials ?? CredentialsOf(SandboxAccount),
            new ApiClientOptions { BaseAddress = address, BudgetStore = _budgets, UserAgent = "FollowUser" });
    }

    public TwitterClient Client { get; }

    /// <summary>Where calls go, in a sentence.</summary>
    public string Description { get; }

    public static async Task<TwitterConnection> OpenAsync(CancellationToken cancellationToken)
    {
        TwitterSettings settings = TwitterSettings.FromEnvironment();
        var options = new SandboxOptions { Accounts = [SandboxAccount] };
        Sandbox? sandbox = settings.Credentials is null
            ? await Sandbox.StartAsync(TwitterClient.Api, options, cancellationToken)
            : null;
        return new TwitterConnection(settings, sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        await _budgets.DisposeAsync();
    }

    private static OAuth1Credentials CredentialsOf(SandboxAccount account) =>
        new(account.ConsumerKey, account.ConsumerSecret, account.Token, account.TokenSecret);
}
