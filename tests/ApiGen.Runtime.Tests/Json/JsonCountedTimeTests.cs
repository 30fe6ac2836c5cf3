using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonCountedTimeTests
{
    [Theory]
    [InlineData("epoch", "0", "1970-01-01T00:00:00Z")]
    [InlineData("epoch", "1386995755", "2013-12-14T04:35:55Z")]
    [InlineData("epoch", "\"1386995755\"", "2013-12-14T04:35:55Z")]
    [InlineData("epoch", "1386995755.0", "2013-12-14T04:35:55Z")]
    [InlineData("epoch", "1.386995755e9", "2013-12-14T04:35:55Z")]
    [InlineData("epoch", "\"1386995755.000200\"", "2013-12-14T04:35:55.0002Z")]
    [InlineData("epoch", "1386995755.00000019", "2013-12-14T04:35:55.0000001Z")]
    [InlineData("epoch", "-0.00000001", "1969-12-31T23:59:59.9999999Z")]
    [InlineData("epoch", "-62135596800", "0001-01-01T00:00:00Z")]
    [InlineData("epoch", "253402300799.9999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("epoch-ms", "1386995755052", "2013-12-14T04:35:55.0520000Z")]
    [InlineData("epoch-ms", "\"1538679600000\"", "2018-10-04T19:00:00Z")]
    [InlineData("epoch-ms", "-1", "1969-12-31T23:59:59.9990000Z")]
    public void A_time_counted_from_1970_is_read_in_UTC(string format, string json, string expected)
    {
        var dates = new JsonDates(format);
        DateTimeOffset value = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);

        Assert.True(value.EqualsExact(JsonText.Read(json, (ref json) => json.ReadDateTime(dates))));
        Assert.True(value.EqualsExact(JsonText.Read(json, (ref json) => json.ReadDateTimeOrNull(dates))!.Value));
    }

    [Theory]
    [InlineData("epoch", "253402300800", "a number that is no time in the form epoch")]
    [InlineData("epoch", "-62135596801", "a number that is no time in the form epoch")]
    [InlineData("epoch", "79228162514264337593543950335", "a number that is no time in the form epoch")]
    [InlineData("epoch", "1e15", "a number that is no time in the form epoch")]
    [InlineData("epoch", "\"922337203685477.5808\"", "a number that is no time in the form epoch")]
    [InlineData("epoch-ms", "253402300800000", "a number that is no time in the form epoch-ms")]
    [InlineData("epoch", "1e400", "a number that is too large for epoch time")]
    [InlineData("epoch", "null", "null, where the spec says epoch time")]
    [InlineData("epoch", "\"2013-12-14T04:35:55Z\"", "a string that holds no epoch time")]
    [InlineData("epoch", "\"\"", "a string that holds no epoch time")]
    public void What_is_no_time_is_refused(string format, string json, string problem)
    {
        var dates = new JsonDates(format);

        Assert.Equal($"$: {problem}", JsonText.Refuse(json, (ref json) => json.ReadDateTime(dates)));
    }

    [Fact]
    public void A_null_is_read_where_it_may_stand()
    {
        var dates = new JsonDates("epoch");
        Assert.Null(JsonText.Read("null", (ref json) => json.ReadDateTimeOrNull(dates)));
    }
}
