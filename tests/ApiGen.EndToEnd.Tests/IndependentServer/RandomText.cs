using System.Text;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

/// <summary>Texts of all sorts of characters, most of which encoders differ on.</summary>
internal static class RandomText
{
    // RFC 3986 reserves these.
    private const string Punctuation = "!*'()~%+ &=?#/\\:;,@$[]{}|^`\"<>-._";

    public static string Of(Random random, int length)
    {
        var text = new StringBuilder();
        for (; length > 0; length--)
        {
            text.Append(random.Next(3) switch
            {
                0 => new Rune(Punctuation[random.Next(Punctuation.Length)]),
                1 => new Rune((char)random.Next('0', 'z' + 1)),
                _ => RandomRune(random),
            });
        }

        return text.ToString();
    }

    private static Rune RandomRune(Random random)
    {
        while (true)
        {
            int width = random.Next(7, 22);
            if (Rune.TryCreate(random.Next(Math.Min(1 << width, 0x110000)), out Rune rune)) return rune;
        }
    }
}
