namespace ApiGen.Budgets;

/// <summary>A <see cref="FileOperation"/> whose caller awaits it.</summary>
/// <typeparam name="T">What comes of it.</typeparam>
internal sealed class AwaitedOperation<T> : FileOperation
{
    private readonly Func<BudgetLedger, T> _work;
    private readonly CancellationTokenRegistration _cancellation;

    // Callers go on elsewhere: they may do anything, and others wait for this thread.
    private readonly TaskCompletionSource<T> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private T? _result;
    private InvalidOperationException? _mistake;

    /// <summary>Asks for something.</summary>
    /// <param name="isWriting">Whether it may write.</param>
    /// <param name="work">
    /// What to do. It throws <see cref="InvalidOperationException"/> for a mistake of its caller's, before it writes.
    /// </param>
    /// <param name="cancellationToken">Withdraws it, if it hasn't begun.</param>
    public AwaitedOperation(bool isWriting, Func<BudgetLedger, T> work, CancellationToken cancellationToken)
        : base(isWriting)
    {
        _work = work;
        _cancellation = cancellationToken.UnsafeRegister(
            static (operation, token) => ((AwaitedOperation<T>)operation!).Withdraw(token), this);
    }

    public Task<T> Task => _caller.Task;

    public override void Run(BudgetLedger ledger)
    {
        try
        {
            _result = _work(ledger);
        }
        catch (InvalidOperationException mistake)
        {
            _mistake = mistake;
        }
    }

    public override void Complete()
    {
        _cancellation.Unregister();
        if (_mistake is null)
            _caller.SetResult(_result!);
        else
            _caller.SetException(_mistake);
    }

    public override void Fail(Exception exception)
    {
        _cancellation.Unregister();
        _caller.SetException(exception);
    }

    private void Withdraw(CancellationToken token)
    {
        if (TryWithdraw())
            _caller.SetCanceled(token);
    }
}
