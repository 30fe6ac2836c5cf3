namespace ApiGen.Budgets;

/// <summary>
/// What a server said is left of one budget, in a header or by refusing. It only ever lowers what a store grants: a
/// store that has less left by its own count keeps to that.
/// </summary>
/// <remarks>
/// <para>
/// Until it ends, no more slots are granted than it leaves, however many of the taken ones free meanwhile; a slot that
/// is given back counts again.
/// </para>
/// <para>
/// A word that nothing is left stands until its end, and of two such the later end holds. It replaces any other word.
/// Of words that leave something, the one that ends later replaces the other; if it doesn't end later, the lower
/// remainder holds until the end of the one that stands. So answers that overtake each other raise nothing in a fixed
/// window, and a moving window, whose end moves with every answer, is followed.
/// </para>
/// </remarks>
/// <param name="Key">The budget, one of those that the call drew on.</param>
/// <param name="Remaining">
/// How many slots are left after this call; not negative. What is under way is taken off it, because the server may not
/// have counted it yet.
/// </param>
/// <param name="For">How long the word holds, from now on; positive, at most <see cref="Longest"/>.</param>
/// <param name="AtMost">
/// How long it may come to hold if it isn't the first: for a server that doesn't say until when. A word with this that
/// comes before the last such one is over for as long again as it held, holds twice as long as that one, up to this.
/// Null if the server said how long.
/// </param>
public readonly record struct ServerWord(BudgetKey Key, int Remaining, TimeSpan For, TimeSpan? AtMost = null)
{
    /// <summary>The longest that a word may hold: 366 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);
}
