namespace ApiGen.Budgets;

/// <summary>Something asked of a budget file, which shares a transaction with what others ask meanwhile.</summary>
/// <param name="isWriting">Whether it may write.</param>
internal abstract class FileOperation(bool isWriting)
{
    private const int Queued = 0;
    private const int Started = 1;
    private const int Withdrawn = 2;

    private int _stage = Queued;

    public bool IsWriting => isWriting;

    /// <summary>Begins it, unless it has been withdrawn. From then on it can't be.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _stage, Started, Queued) == Queued;

    /// <summary>Does it within a transaction, and keeps what comes of it.</summary>
    public abstract void Run(BudgetLedger ledger);

    /// <summary>Tells its caller what came of it: the transaction is committed.</summary>
    public abstract void Complete();

    /// <summary>Tells its caller that the transaction failed.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Takes it back, unless it has begun.</summary>
    protected bool TryWithdraw() => Interlocked.CompareExchange(ref _stage, Withdrawn, Queued) == Queued;
}
