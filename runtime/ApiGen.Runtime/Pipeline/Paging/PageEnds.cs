using System.Globalization;
using System.Security.Cryptography;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Paging;

/// <summary>Finds out of a page's body which page comes after it.</summary>
internal static class PageEnds
{
    /// <summary>What a page says of the one after it.</summary>
    /// <param name="pages">How the answer comes in pages.</param>
    /// <param name="cursor">What the request for this page said; null if it said nothing.</param>
    /// <param name="body">The page as it came.</param>
    /// <exception cref="ApiFormatException">The body isn't a page as the spec describes it.</exception>
    public static PageEnd Read(PagesDescriptor pages, string? cursor, ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new JsonCursor(body);
            if (pages.By == PagingMethod.Cursor) return new(NextCursor(pages, ref json), Digest: null);
            PageItems items = json.MoveTo(pages.ItemsPath)
                ? json.ReadPageItems(pages.By == PagingMethod.MaxId ? pages.IdPath : null)
                : default;

            // A page of nothing is the last.
            if (items.Count == 0) return default;
            return pages.By switch
            {
                PagingMethod.MaxId => new(NextMaxId(pages, cursor, items.SmallestId), Digest: null),
                PagingMethod.Page => new(Text(Number(cursor!) + 1), DigestOf(items)),
                _ => new(Text(Number(cursor!) + items.Count), DigestOf(items)),
            };
        }
        catch (JsonProblemException stopped)
        {
            throw JsonBody.Unreadable(body, stopped);
        }
    }

    /// <summary>Whether a text can be the number by which a page is asked for.</summary>
    public static bool IsNumber(string cursor) =>
        long.TryParse(cursor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string? NextCursor(PagesDescriptor pages, ref JsonCursor json)
    {
        string? next = json.MoveTo(pages.NextPath) ? json.ReadPageCursor() : null;
        return next == pages.Last ? null : next;
    }

    /// <summary>The largest id that the next page may have: one below the smallest of this one.</summary>
    private static string? NextMaxId(PagesDescriptor pages, string? cursor, long smallest)
    {
        if (cursor is not null && smallest > Number(cursor))
        {
            throw new ApiFormatException(
                pages.ItemsPath.ToString(),
                $"all ids are above the {pages.Parameter} that was asked for, so that the pages would never end");
        }

        return smallest == long.MinValue ? null : Text(smallest - 1);
    }

    private static string DigestOf(PageItems items) => Convert.ToHexString(SHA256.HashData(items.Text));

    private static long Number(string cursor) =>
        long.Parse(cursor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
