namespace ApiGen;

/// <summary>What can be done with pages that are lists.</summary>
public static class PageSequenceExtensions
{
    /// <summary>The items of all pages, one after the other.</summary>
    /// <remarks>
    /// As long as not all items of a page were handed out, <see cref="PageSequence{T}.ResumeAt"/> is the cursor of that
    /// page: whoever goes on there misses none, and sees some twice.
    /// </remarks>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Gives up the call under way, and makes no other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pages"/> is null.</exception>
    public static IAsyncEnumerable<TItem> Items<TItem>(
        this PageSequence<IReadOnlyList<TItem>> pages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return pages.Items(static items => items, cancellationToken);
    }
}
