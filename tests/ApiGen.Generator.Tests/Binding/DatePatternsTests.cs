using System.Text;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Generator.Binding;

namespace ApiGen.Generator.Tests.Binding;

/// <summary>What the binder lets pass is what the runtime can compile.</summary>
public sealed class DatePatternsTests
{
    [Theory]
    [InlineData("iso8601", true)]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", true)]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", true)]
    [InlineData("yyyyMMdd", true)]
    [InlineData("epoch", true)]
    [InlineData("epoch-ms", true)]
    [InlineData("epoch-s", false)]
    [InlineData("'on' dd.MM.yyyy", true)]
    [InlineData("yyyy-MM-dd 'at", false)]
    [InlineData("dddd, dd MMM yyyy", false)]
    [InlineData("ddddd MMM yyyy", false)]
    [InlineData("d/M/yyyy", false)]
    [InlineData("yyyy-MM", false)]
    [InlineData("MMM MM dd yyyy", false)]
    [InlineData("yyyy-MM-dd yyyy", false)]
    [InlineData("day/month/year", false)]
    public void Binder_and_runtime_agree_on_a_pattern(string pattern, bool isAllowed)
    {
        Assert.Equal(isAllowed, DatePatterns.FindProblem(pattern) is null);
        Assert.Equal(isAllowed, Record.Exception(() => new JsonDates(pattern)) is null);
    }

    [Theory]
    [InlineData("iso8601", "2013-12-14T04:35:55Z", true)]
    [InlineData("iso8601", "2013-12-14T04:35:55.123456789+01:00", true)]
    [InlineData("iso8601", "2013-12-14T04:35:55", false)]
    [InlineData("iso8601", "2013-12-32T04:35:55Z", false)]
    [InlineData("epoch", "-1386995755.5", true)]
    [InlineData("epoch-ms", "1386995755052", true)]
    [InlineData("epoch", "1,5", false)]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", "Sat Dec 14 04:35:55 +0000 2013", true)]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", "Sun Dec 14 04:35:55 +0000 2013", false)]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2013-12-14T04:35:55Z", true)]
    [InlineData("'on' dd.MM.yyyy %\\\"", "on 14.12.2013 %\\\"", true)]
    [InlineData("'on' dd.MM.yyyy %\\\"", "on 14.12.2013", false)]
    public void An_example_is_read_by_its_pattern(string pattern, string text, bool isTime)
    {
        Assert.Equal(isTime, DatePatterns.Fits(text, pattern));
        string json = pattern.StartsWith("epoch", StringComparison.Ordinal) ? text : JsonSerializer.Serialize(text);
        Exception? refusal = Record.Exception(() => JsonBody.Read(
            Encoding.UTF8.GetBytes(json), (ref JsonCursor cursor) => cursor.ReadDateTime(new JsonDates(pattern))));
        Assert.Equal(isTime, refusal is null);
    }

    [Theory]
    [InlineData("iso8601", true)]
    [InlineData("dd/MM/yyyy", true)]
    [InlineData("epoch", false)]
    [InlineData("yyyy-MM-ddTHH:mm", false)]
    [InlineData("yyyy-MM-dd zzz", false)]
    [InlineData("yyyy-MM", false)]
    public void A_date_has_no_time_of_day(string pattern, bool isAllowed) =>
        Assert.Equal(isAllowed, DatePatterns.FindDayProblem(pattern) is null);
}
