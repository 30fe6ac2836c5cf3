using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonDatesTests
{
    private const string Twitter = "ddd MMM dd HH:mm:ss zzz yyyy";
    private const string Internet = "iso8601";

    [Theory]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45+00:00")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +00:00 2008", "2008-08-27T13:08:45+00:00")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 -0730 2008", "2008-08-27T13:08:45-07:30")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +14:00 2008", "2008-08-27T13:08:45+14:00")]
    [InlineData(Twitter, "Tue Feb 29 00:00:00 +0000 2000", "2000-02-29T00:00:00+00:00")]
    [InlineData(Twitter, "Thu Feb 29 23:59:59 +0000 2024", "2024-02-29T23:59:59+00:00")]
    [InlineData(Twitter, "Mon Jan 01 00:00:00 +0000 0001", "0001-01-01T00:00:00+00:00")]
    [InlineData(Twitter, "Fri Dec 31 23:59:59 +0000 9999", "9999-12-31T23:59:59+00:00")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2004-11-19 12:51:19", "2004-11-19T12:51:19+00:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2013-03-20T00:00:00Z", "2013-03-20T00:00:00+00:00")]
    [InlineData("dd/MM/yyyy", "29/02/2024", "2024-02-29T00:00:00+00:00")]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss 'GMT'", "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37+00:00")]
    [InlineData("yyyy'年'MM'月'dd'日'", "2024年02月29日", "2024-02-29T00:00:00+00:00")]
    [InlineData("zzz dd.MM.yyyy", "-0100 01.02.2003", "2003-02-01T00:00:00-01:00")]
    [InlineData(Internet, "2017-06-20T16:20:12Z", "2017-06-20T16:20:12+00:00")]
    [InlineData(Internet, "2017-06-20T16:20:12-00:00", "2017-06-20T16:20:12+00:00")]
    [InlineData(Internet, "2017-06-20T16:20:12+05:30", "2017-06-20T16:20:12+05:30")]
    [InlineData(Internet, "2017-06-20T16:20:12.5Z", "2017-06-20T16:20:12.5000000+00:00")]
    [InlineData(Internet, "2017-06-20T16:20:12.052Z", "2017-06-20T16:20:12.0520000+00:00")]
    [InlineData(Internet, "2017-06-20T16:20:12.1234567+02:00", "2017-06-20T16:20:12.1234567+02:00")]
    [InlineData(Internet, "2017-06-20T16:20:12.123456789123456789Z", "2017-06-20T16:20:12.1234567+00:00")]
    [InlineData(Internet, "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_date_is_read(string format, string date, string expected)
    {
        var dates = new JsonDates(format);
        DateTimeOffset value = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);
        string escaped = string.Concat(date.Select(static letter => $"\\u{(int)letter:x4}"));

        // Compared with the offset, which equality of instants leaves out.
        JsonReader<DateTimeOffset> read = (ref json) => json.ReadDateTime(dates);
        JsonReader<DateTimeOffset?> readOrNull = (ref json) => json.ReadDateTimeOrNull(dates);
        Assert.True(value.EqualsExact(JsonText.Read($"\"{date}\"", read)));
        Assert.True(value.EqualsExact(JsonText.Read($"\"{date}\"", readOrNull)!.Value));
        Assert.True(value.EqualsExact(JsonText.Read($"\"{escaped}\"", read)));
    }

    [Fact]
    public void Every_day_of_four_centuries_is_read_with_its_names()
    {
        var dates = new JsonDates(Twitter);
        JsonReader<DateTimeOffset> read = (ref json) => json.ReadDateTime(dates);
        for (DateTime day = new(1800, 1, 1); day.Year < 2200; day = day.AddDays(1))
        {
            string date = day.ToString("ddd MMM dd HH:mm:ss +0000 yyyy", CultureInfo.InvariantCulture);
            Assert.Equal(new DateTimeOffset(day, TimeSpan.Zero), JsonText.Read($"\"{date}\"", read));
        }
    }

    [Theory]
    [InlineData(Twitter, "")]
    [InlineData(Twitter, "Thu Aug 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "wed Aug 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed AUG 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Mit Aug 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed nFe 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0000 2008 ")]
    [InlineData(Twitter, " Wed Aug 27 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0000 208")]
    [InlineData(Twitter, "Wed Aug 7 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0:000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +00-00 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 Z 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0060 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +1401 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 -1500 2008")]
    [InlineData(Twitter, "Wed Aug 27 24:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:60:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:60 +0000 2008")]
    [InlineData(Twitter, "Thu Feb 29 00:00:00 +0000 1900")]
    [InlineData(Twitter, "Sun Feb 29 00:00:00 +0000 2009")]
    [InlineData(Twitter, "Thu Jul 32 00:00:00 +0000 2008")]
    [InlineData(Twitter, "Mon Jun 31 00:00:00 +0000 2008")]
    [InlineData(Twitter, "Sun Aug 00 00:00:00 +0000 2008")]
    [InlineData(Twitter, "Sat Jan 01 00:00:00 +0000 0000")]
    [InlineData(Twitter, "Mon Jan 01 00:00:00 +0001 0001")]
    [InlineData(Twitter, "Fri Dec 31 23:59:59 -0001 9999")]
    [InlineData(Twitter, "Wed Aug -7 13:08:45 +0000 2008")]
    [InlineData(Twitter, "Wed Aug 27 13:08:45 +0000 20\u0660\u0668")]
    [InlineData("dd/MM/yyyy", "01/13/2024")]
    [InlineData("dd/MM/yyyy", "01/00/2024")]
    [InlineData("dd/MM/yyyy", "01-01-2024")]
    [InlineData(Internet, "2017-06-20")]
    [InlineData(Internet, "2017-06-20T16:20Z")]
    [InlineData(Internet, "2017-06-20T16:20:12")]
    [InlineData(Internet, "2017-06-20 16:20:12Z")]
    [InlineData(Internet, "2017-06-20t16:20:12z")]
    [InlineData(Internet, "2017-06-20T16:20:12.Z")]
    [InlineData(Internet, "2017-06-20T16:20:12.5")]
    [InlineData(Internet, "2017-06-20T16:20:12,5Z")]
    [InlineData(Internet, "2017-06-20T16:20:12+0530")]
    [InlineData(Internet, "2017-06-20T16:20:12+05")]
    [InlineData(Internet, "2017-06-20T16:20:12Zz")]
    [InlineData(Internet, "2017-06-20T16:20:60Z")]
    [InlineData(Internet, "2017-13-20T16:20:12Z")]
    [InlineData(Internet, "-017-06-20T16:20:12Z")]
    [InlineData(Internet, "0001-01-01T00:00:00+00:01")]
    [InlineData(Internet, "9999-12-31T23:59:59.5-00:01")]
    public void What_is_no_date_is_refused(string format, string date)
    {
        var dates = new JsonDates(format);
        Assert.Equal(
            $"$: a string that is no date in the form {format}",
            JsonText.Refuse($"\"{date}\"", (ref json) => json.ReadDateTime(dates)));
    }

    [Theory]
    [InlineData("null", "null, where the spec says a date")]
    [InlineData("1498675817", "a number, where the spec says a date")]
    [InlineData("\"Wed Aug 27", "the text ends in the middle of a string")]
    public void What_is_no_string_is_refused(string json, string problem)
    {
        var dates = new JsonDates(Twitter);
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, (ref json) => json.ReadDateTime(dates)));
    }

    [Fact]
    public void A_null_is_read_where_it_may_stand()
    {
        var dates = new JsonDates(Twitter);
        Assert.Null(JsonText.Read("null", (ref json) => json.ReadDateTimeOrNull(dates)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HH:mm:ss")]
    [InlineData("yyyy-MM")]
    [InlineData("yyyy-dd")]
    [InlineData("yyyy-MM-MMM-dd")]
    [InlineData("yyyy-yyyy-MM-dd")]
    [InlineData("yy-MM-dd")]
    [InlineData("yyyyy-MM-dd")]
    [InlineData("yyyy-MMMM-dd")]
    [InlineData("yyyy-MM-d")]
    [InlineData("yyyy-MM-dd hh:mm tt")]
    [InlineData("yyyy-MM-dd HH:mm:ss.fff")]
    [InlineData("yyyy-MM-dd zz")]
    [InlineData("yyyy-MM-dd GMT")]
    [InlineData("yyyy-MM-dd 'GMT")]
    [InlineData("ISO8601")]
    public void A_format_that_cannot_be_read_by_is_refused(string format) =>
        Assert.Throws<ArgumentException>(() => new JsonDates(format));
}
