using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class SqliteBudgetStoreContract : BudgetStoreContract, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteBudgetStore _store;

    public SqliteBudgetStoreContract() =>
        _store = new SqliteBudgetStore(_folder.File("budgets.db"), new() { TimeProvider = Time });

    private protected override IBudgetStore Store => _store;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
