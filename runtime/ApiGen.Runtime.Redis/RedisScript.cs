using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ApiGen.Budgets;

/// <summary>A script as the server runs it: what all scripts share, and then its own part.</summary>
internal sealed class RedisScript
{
    private static readonly string[] SharedParts = ["numbers", "record", "time", "losses", "slots", "dates", "words", "claims"];

    // The protocol names scripts by their SHA-1; nothing is kept secret by it.
    [SuppressMessage("Security", "CA5350", Justification = "Redis names scripts so.")]
    private RedisScript(string name)
    {
        Text = string.Join('\n', SharedParts.Append(name).Select(ReadPart));
        Hash = SHA1.HashData(Encoding.UTF8.GetBytes(Text));
        HashText = Convert.ToHexStringLower(Hash);
    }

    public static RedisScript Reserve { get; } = new("reserve");

    public static RedisScript Settle { get; } = new("settle");

    public static RedisScript Read { get; } = new("read");

    public string Text { get; }

    /// <summary>The name under which a server keeps the script once it has seen it.</summary>
    public byte[] Hash { get; }

    /// <summary>The same, in hexadecimal.</summary>
    public string HashText { get; }

    private static string ReadPart(string name)
    {
        using Stream stream = typeof(RedisScript).Assembly.GetManifestResourceStream($"{name}.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
