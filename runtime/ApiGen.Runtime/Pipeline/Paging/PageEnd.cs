namespace ApiGen.Pipeline.Paging;

/// <summary>What a page says of the one after it.</summary>
/// <param name="Next">What to say to have it; null if there is none.</param>
/// <param name="Digest">
/// What the items of this page come down to, where pages are told apart by nothing else; null elsewhere.
/// </param>
internal readonly record struct PageEnd(string? Next, string? Digest);
