using System.Runtime.CompilerServices;

namespace ApiGen;

/// <summary>
/// The pages of an answer, each fetched by one call when it is asked for, and none before. Every call is signed and
/// draws on its budgets like any other.
/// </summary>
/// <remarks>
/// A sequence may be enumerated again, which begins anew, and by several at once. Where an enumeration ends early, by an
/// exception or because nobody asks on, <see cref="ResumeAt"/> is where another goes on, in this process or in one that
/// was told: <c>startAt: sequence.ResumeAt</c>.
/// </remarks>
/// <typeparam name="T">The type of a page's value.</typeparam>
public abstract class PageSequence<T> : IAsyncEnumerable<Page<T>>
{
    /// <summary>
    /// The cursor of the first page that hasn't been handed out: of the page whose call failed, or of the page after the
    /// one that an enumeration was left at. Null before the first page of an answer that begins without a cursor, and
    /// after the last page. Of several enumerations, the one that moved last sets it.
    /// </summary>
    public string? ResumeAt { get; protected set; }

    /// <summary>Fetches the pages, one call a page.</summary>
    /// <param name="cancellationToken">Gives up the call under way, and makes no other.</param>
    /// <returns>
    /// The pages. Asking for one throws what the call throws, a <see cref="Budgets.BudgetExhaustedException"/> where no
    /// call is left, and an <see cref="ApiException"/> where the server gives the same cursor or items again, so that
    /// the pages would never end.
    /// </returns>
    public abstract IAsyncEnumerator<Page<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    /// <summary>The items of all pages, one after the other.</summary>
    /// <remarks>
    /// As long as not all items of a page were handed out, <see cref="ResumeAt"/> is the cursor of that page: whoever
    /// goes on there misses none, and sees some twice.
    /// </remarks>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="select">The items of a page's value.</param>
    /// <param name="cancellationToken">Gives up the call under way, and makes no other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="select"/> is null.</exception>
    public IAsyncEnumerable<TItem> Items<TItem>(
        Func<T, IEnumerable<TItem>> select, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(select);
        return Flatten(select, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> Flatten<TItem>(
        Func<T, IEnumerable<TItem>> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<T> page in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            ResumeAt = page.Cursor;
            foreach (TItem item in select(page.Value)) yield return item;
            ResumeAt = page.Next;
        }
    }
}
