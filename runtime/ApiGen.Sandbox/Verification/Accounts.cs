using System.Collections.Concurrent;

namespace ApiGen.Sandbox.Verification;

/// <summary>The accounts that may call: those given at the start, and those that signed in since.</summary>
internal sealed class Accounts
{
    private readonly ConcurrentDictionary<(string ConsumerKey, string Token), SandboxAccount> _accounts = [];
    private readonly ConcurrentDictionary<string, SandboxAccount> _apps = [];

    public Accounts(IEnumerable<SandboxAccount> accounts)
    {
        foreach (SandboxAccount account in accounts)
        {
            AddApp(account);
            if (SecretOf(account.ConsumerKey) != account.ConsumerSecret)
            {
                throw new ArgumentException(
                    $"Two accounts of one app differ in its secret: {account}.", nameof(accounts));
            }

            if (!TryAdd(account))
                throw new ArgumentException($"An account is given twice: {account}.", nameof(accounts));
        }
    }

    /// <summary>The apps, each as an account that has no token.</summary>
    public IEnumerable<SandboxAccount> Apps => _apps.Values;

    public bool HasApp(string consumerKey) => _apps.ContainsKey(consumerKey);

    /// <summary>The secret of an app, or null if there is no such app.</summary>
    public string? SecretOf(string consumerKey) => _apps.GetValueOrDefault(consumerKey)?.ConsumerSecret;

    public SandboxAccount? Find(string consumerKey, string token) => _accounts.GetValueOrDefault((consumerKey, token));

    /// <summary>Adds an account; false if there is one with the same token.</summary>
    public bool TryAdd(SandboxAccount account)
    {
        AddApp(account);
        return _accounts.TryAdd((account.ConsumerKey, account.Token), account);
    }

    private void AddApp(SandboxAccount account) =>
        _apps.TryAdd(account.ConsumerKey, account with { Token = "", TokenSecret = "" });
}
