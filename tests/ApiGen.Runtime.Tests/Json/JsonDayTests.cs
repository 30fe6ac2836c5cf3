using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonDayTests
{
    [Theory]
    [InlineData(null, "2013-12-14")]
    [InlineData("dd/MM/yyyy", "14/12/2013")]
    [InlineData("ddd, dd MMM yyyy", "Sat, 14 Dec 2013")]
    [InlineData("yyyyMMdd", "20131214")]
    public void A_date_without_a_time_of_day_is_read(string? format, string date)
    {
        JsonDates? dates = format is null ? null : new JsonDates(format);
        var expected = new DateOnly(2013, 12, 14);

        Assert.Equal(expected, JsonText.Read($"\"{date}\"", (ref json) => json.ReadDate(dates)));
        Assert.Equal(expected, JsonText.Read($"\"{date}\"", (ref json) => json.ReadDateOrNull(dates)));
        Assert.Null(JsonText.Read("null", (ref json) => json.ReadDateOrNull(dates)));
    }

    [Theory]
    [InlineData("\"2013-02-29\"", "a string that is no date in the form yyyy-MM-dd")]
    [InlineData("\"2013-12-14T00:00:00Z\"", "a string that is no date in the form yyyy-MM-dd")]
    [InlineData("\"13-12-14\"", "a string that is no date in the form yyyy-MM-dd")]
    [InlineData("20131214", "a number, where the spec says a date")]
    [InlineData("null", "null, where the spec says a date")]
    public void What_is_no_date_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, (ref json) => json.ReadDate()));
}
