namespace ApiGen.Sandbox.Verification;

/// <summary>The accounts that may call.</summary>
internal sealed class Accounts
{
    private readonly Dictionary<(string ConsumerKey, string Token), SandboxAccount> _accounts = [];
    private readonly Dictionary<string, string> _consumerSecrets = [];

    public Accounts(IEnumerable<SandboxAccount> accounts)
    {
        foreach (SandboxAccount account in accounts)
        {
            _consumerSecrets.TryAdd(account.ConsumerKey, account.ConsumerSecret);
            if (_consumerSecrets[account.ConsumerKey] != account.ConsumerSecret)
            {
                throw new ArgumentException(
                    $"Two accounts of one app differ in its secret: {account}.", nameof(accounts));
            }

            if (!_accounts.TryAdd((account.ConsumerKey, account.Token), account))
            {
                throw new ArgumentException($"An account is given twice: {account}.", nameof(accounts));
            }
        }
    }

    public bool HasApp(string consumerKey) => _consumerSecrets.ContainsKey(consumerKey);

    public SandboxAccount? Find(string consumerKey, string token) => _accounts.GetValueOrDefault((consumerKey, token));
}
