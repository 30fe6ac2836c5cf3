namespace ApiGen.Budgets.Waiting;

/// <summary>A call in a <see cref="BudgetQueue"/>.</summary>
/// <param name="request">What it asks for.</param>
/// <param name="number">Its place in the order of arrival.</param>
/// <param name="givesUpAt">When it has waited long enough, in the unit of the queue's clock.</param>
internal sealed class WaitingCall(BudgetRequest request, long number, long givesUpAt)
{
    private readonly TaskCompletionSource<BudgetDecision> _decision =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BudgetRequest Request => request;

    public long Number => number;

    public long GivesUpAt => givesUpAt;

    /// <summary>The line it stands in, or null if it waits no more.</summary>
    public WaitingLine? Line { get; set; }

    public Task<BudgetDecision> Decision => _decision.Task;

    /// <summary>Ends the wait.</summary>
    /// <returns>False if it has ended already.</returns>
    public bool TryEnd(BudgetDecision decision) => _decision.TrySetResult(decision);

    public void Fail(Exception exception) => _decision.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _decision.TrySetCanceled(cancellationToken);

    /// <summary>How many slots of a budget it takes.</summary>
    public int CostOf(BudgetKey key) => Array.Find(request.Claims, claim => claim.Key == key)?.Cost ?? 0;
}
