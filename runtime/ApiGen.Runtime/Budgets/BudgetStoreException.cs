namespace ApiGen.Budgets;

/// <summary>
/// A budget store can't be used: its file or server is out of reach, full, read-only or damaged. A call whose budget
/// can't be reserved is not sent.
/// </summary>
public sealed class BudgetStoreException : Exception
{
    /// <summary>Says what can't be used, and why.</summary>
    /// <param name="message">A sentence for the person who runs the program, with the store's place in it.</param>
    /// <param name="innerException">The error underneath, if one was caught.</param>
    public BudgetStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
