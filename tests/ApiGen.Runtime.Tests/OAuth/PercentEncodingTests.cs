using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class PercentEncodingTests
{
    [Fact]
    public void Each_byte_is_kept_or_escaped_by_its_own_value()
    {
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            char c = (char)value;
            bool isUnreserved = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
            Assert.Equal(isUnreserved ? $"{c}" : $"%{value:X2}", Encoded([(byte)value]));
        }
    }

    [Fact]
    public void The_marks_of_RFC_2396_are_escaped() => Assert.Equal("%21%2A%27%28%29", PercentEncoding.Encode("!*'()"));

    [Fact]
    public void A_percent_sign_and_a_space_are_escaped() =>
        Assert.Equal("100%25%20%2B", PercentEncoding.Encode("100% +"));

    [Fact]
    public void Text_beyond_ASCII_is_escaped_byte_by_byte_of_its_UTF_8() =>
        Assert.Equal("caf%C3%A9%20%E7%A7%81", PercentEncoding.Encode("café 私"));

    [Fact]
    public void A_surrogate_pair_is_one_character() =>
        Assert.Equal("%F0%9F%99%8F%F0%9F%8F%BD", PercentEncoding.Encode("\U0001F64F\U0001F3FD"));

    // Not a theory: an attribute's strings are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a%EF%BF%BD", PercentEncoding.Encode("a\ud83d"));
        Assert.Equal("%EF%BF%BDa", PercentEncoding.Encode("\ude4fa"));
        Assert.Equal("%EF%BF%BD%EF%BF%BD", PercentEncoding.Encode("\ude4f\ud83d"));
    }

    [Fact]
    public void Long_text_is_encoded_alike_wherever_a_surrogate_pair_falls()
    {
        for (int length = 240; length < 270; length++)
        {
            string text = new string('x', length) + "\U0001F64F é" + new string('y', 600);
            Assert.Equal(Uri.EscapeDataString(text), PercentEncoding.Encode(text));
        }
    }

    private static string Encoded(ReadOnlySpan<byte> bytes)
    {
        byte[] destination = new byte[PercentEncoding.MaxExpansion * bytes.Length];
        return Encoding.ASCII.GetString(destination, 0, PercentEncoding.Encode(bytes, destination));
    }
}
