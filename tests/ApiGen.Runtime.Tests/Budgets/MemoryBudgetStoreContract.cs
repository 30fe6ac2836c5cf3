using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class MemoryBudgetStoreContract : BudgetStoreContract
{
    private readonly MemoryBudgetStore _store;

    public MemoryBudgetStoreContract() => _store = new MemoryBudgetStore(Time);

    private protected override IBudgetStore Store => _store;
}
