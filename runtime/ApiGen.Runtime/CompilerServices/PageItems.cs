namespace ApiGen.CompilerServices;

/// <summary>The items of one page.</summary>
/// <param name="count">How many there are.</param>
/// <param name="smallestId">The smallest of their ids, if these were asked for and there are any.</param>
/// <param name="text">Their text.</param>
internal readonly ref struct PageItems(int count, long smallestId, ReadOnlySpan<byte> text)
{
    public int Count { get; } = count;

    public long SmallestId { get; } = smallestId;

    public ReadOnlySpan<byte> Text { get; } = text;
}
