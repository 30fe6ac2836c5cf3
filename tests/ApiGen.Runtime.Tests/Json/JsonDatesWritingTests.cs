using System.Globalization;
using System.Text;
using ApiGen.CompilerServices;
using CsCheck;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonDatesWritingTests
{
    [Theory]
    [InlineData("iso8601", "2013-12-04T04:05:06.0520000Z", "2013-12-04T04:05:06.052Z")]
    [InlineData("iso8601", "2013-12-04T04:05:06Z", "2013-12-04T04:05:06Z")]
    [InlineData("iso8601", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("epoch", "2013-12-14T04:35:55.9999999Z", "1386995755")]
    [InlineData("epoch", "1969-12-31T23:59:59.9999999Z", "-1")]
    [InlineData("epoch-ms", "2013-12-14T04:35:55.0529999Z", "1386995755052")]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", "2013-12-14T04:35:55Z", "Sat Dec 14 04:35:55 +00:00 2013")]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss 'GMT'", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2013-03-20T00:00:00Z", "2013-03-20T00:00:00Z")]
    [InlineData("yyyy'年'MM'月'dd'日'", "2024-02-29T23:59:59Z", "2024年02月29日")]
    [InlineData("%yyyy\\MM\"dd\"", "2024-02-29T23:59:59Z", "%2024\\02\"29\"")]
    public void A_time_is_written_as_its_format_says(string format, string time, string expected)
    {
        DateTime utc = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).UtcDateTime;

        using OddCulture culture = new();
        Assert.Equal(expected, new JsonDates(format).Write(utc));
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_time() =>
        Gen.Select(
            Gen.OneOf(
                "iso8601", "epoch", "epoch-ms", "ddd MMM dd HH:mm:ss zzz yyyy", "yyyyMMddHHmmss",
                "'dd' ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ss.mm:HH dd/MM-yyyy", @"\yyyy%MM'%'dd HH mm ss zzz"),
            Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond])
            .Sample((format, seconds) =>
            {
                var dates = new JsonDates(format);
                var utc = new DateTime(seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
                string text = dates.Write(utc);
                bool isRead = dates.IsNumber
                    ? dates.TryRead(decimal.Parse(text, CultureInfo.InvariantCulture), out DateTimeOffset read)
                    : dates.TryRead(Encoding.UTF8.GetBytes(text), out read);
                Assert.True(isRead, text);
                Assert.Equal(utc, read.UtcDateTime);
            });
}
