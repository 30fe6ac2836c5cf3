using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("12", "pin=12", "pin=…")]
    [InlineData("12", "12 and 12", "… and …")]
    [InlineData("12", "x12y", "x…y")]
    [InlineData("12", "123, 212, 12", "123, 212, …")]
    [InlineData("12", "1212", "1212")]
    [InlineData("ab", "abc, cab, a-b, ab1", "abc, cab, a-b, …1")]
    [InlineData("äb", "Läb äb", "Läb …")]
    [InlineData("12", "%2F12 %252F12 \\u002F12", "%2F… %252F… \\u002F…")]
    [InlineData("12", "%2G12%212", "%2G…%212")]
    [InlineData("?", "a?b??", "a…b……")]
    public void A_word_is_replaced_where_it_is_whole(string word, string text, string expected) =>
        Assert.Equal(expected, WholeWords.Replace(text, word, "…"));
}
