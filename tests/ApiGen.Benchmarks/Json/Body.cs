using System.Text;

namespace ApiGen.Benchmarks.Json;

/// <summary>Twitter's answer to friendships/create, about 3 KB: the example of the spec, written in three ways.</summary>
internal static class Body
{
    private static readonly string Example = Encoding.UTF8.GetString(Twitter.User.Example);

    /// <summary>ASCII without a single escape.</summary>
    public static byte[] Plain { get; } = Encoding.ASCII.GetBytes(
        Example.Replace("…", "...", StringComparison.Ordinal).Replace("\\\"", "'", StringComparison.Ordinal));

    /// <summary>As the service wrote it: slashes escaped, and all that isn't ASCII.</summary>
    public static byte[] Escaped { get; } = Encoding.ASCII.GetBytes(string.Concat(Example.Select(Escape)));

    /// <summary>Names and texts of letters that take three bytes each in UTF-8.</summary>
    public static byte[] NonAscii { get; } = Encoding.UTF8.GetBytes(Example
        .Replace("Twitter Dev", "開発者の窓口", StringComparison.Ordinal)
        .Replace("For those who build on Twitter. Bring your questions", "作る人のために。質問をどうぞ", StringComparison.Ordinal)
        .Replace("Not every limit has a header. Count before you send.", "制限は予告なく来る。送る前に数えよう。", StringComparison.Ordinal));

    private static string Escape(char letter) => letter switch
    {
        '/' => "\\/",
        > '~' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    };
}
