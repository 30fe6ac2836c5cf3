using System.Globalization;
using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class BudgetCalendarTests
{
    [Theory]
    [InlineData("UTC", "2026-03-01T00:00Z", "2026-03-01T00:00Z", "2026-03-02T00:00Z")]
    [InlineData("UTC", "2026-03-01T23:59Z", "2026-03-01T00:00Z", "2026-03-02T00:00Z")]
    [InlineData("America/New_York", "2026-03-08T12:00Z", "2026-03-08T05:00Z", "2026-03-09T04:00Z")]
    [InlineData("America/New_York", "2026-11-01T12:00Z", "2026-11-01T04:00Z", "2026-11-02T05:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-01T12:00Z", "2026-03-01T10:00Z", "2026-03-02T10:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-01T12:00Z", "2026-02-28T18:15Z", "2026-03-01T18:15Z")]
    // Midnight is skipped: the day begins at one o'clock.
    [InlineData("Africa/Cairo", "2026-04-24T12:00Z", "2026-04-23T22:00Z", "2026-04-24T21:00Z")]
    [InlineData("America/Havana", "2026-03-08T12:00Z", "2026-03-08T05:00Z", "2026-03-09T04:00Z")]
    // Midnight is never reached the first time; or it comes twice, and both times are of the new day.
    [InlineData("Africa/Cairo", "2026-10-29T12:00Z", "2026-10-28T21:00Z", "2026-10-29T22:00Z")]
    [InlineData("America/Havana", "2026-11-01T12:00Z", "2026-11-01T04:00Z", "2026-11-02T05:00Z")]
    [InlineData("Atlantic/Azores", "2026-10-25T00:30Z", "2026-10-25T00:00Z", "2026-10-26T01:00Z")]
    // A date that Samoa left out.
    [InlineData("Pacific/Apia", "2011-12-30T09:59Z", "2011-12-29T10:00Z", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00Z", "2011-12-30T10:00Z", "2011-12-31T10:00Z")]
    // Clocks go back over midnight: a minute of Sunday, an hour of Saturday again. The two days are one.
    [InlineData("America/St_Johns", "2010-11-07T02:30:30Z", "2010-11-06T02:30Z", "2010-11-08T03:30Z")]
    [InlineData("America/St_Johns", "2010-11-07T03:00Z", "2010-11-06T02:30Z", "2010-11-08T03:30Z")]
    public void A_day_lasts_from_the_first_of_its_moments_to_the_last(
        string zone, string moment, string start, string end) =>
        AssertPeriod(BudgetCalendar.Days(zone), moment, start, end);

    [Theory]
    [InlineData("UTC", "2028-02-29T12:00Z", "2028-02-01T00:00Z", "2028-03-01T00:00Z")]
    [InlineData("America/New_York", "2026-11-01T03:59Z", "2026-10-01T04:00Z", "2026-11-01T04:00Z")]
    [InlineData("America/New_York", "2026-11-01T04:00Z", "2026-11-01T04:00Z", "2026-12-01T05:00Z")]
    [InlineData("Asia/Tokyo", "2026-12-31T15:00Z", "2026-12-31T15:00Z", "2027-01-31T15:00Z")]
    public void A_month_lasts_from_its_first_day_to_the_next_ones(
        string zone, string moment, string start, string end) =>
        AssertPeriod(BudgetCalendar.Months(zone), moment, start, end);

    [Fact]
    public void In_every_zone_each_day_of_twenty_years_is_as_a_look_at_its_clock_says_and_shorter_than_the_longest()
    {
        foreach (TimeZoneInfo zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var days = BudgetCalendar.Days(zone.Id);
            DateTimeOffset start = days.StartOf(new DateTimeOffset(2015, 1, 1, 12, 0, 0, TimeSpan.Zero));
            while (start.Year < 2035)
            {
                DateTimeOffset end = days.EndOf(start);
                Assert.Equal(start, days.StartOf(end.AddTicks(-1)));
                Assert.True(DateIn(zone, end.AddTicks(-1)) < DateIn(zone, end), $"{zone.Id} {end}");
                Assert.Equal(DateIn(zone, start), DateIn(zone, end.AddTicks(-1)));
                Assert.InRange(end - start, TimeSpan.FromHours(20), days.Longest);
                start = end;
            }
        }
    }

    [Fact]
    public void Calendars_are_told_apart_by_period_and_zone()
    {
        Assert.Equal(BudgetCalendar.Days("UTC"), BudgetCalendar.Days("UTC"));
        Assert.Equal(BudgetCalendar.Days("UTC").GetHashCode(), BudgetCalendar.Days("UTC").GetHashCode());
        Assert.NotEqual(BudgetCalendar.Days("UTC"), BudgetCalendar.Days("Asia/Tokyo"));
        Assert.NotEqual(BudgetCalendar.Days("UTC"), BudgetCalendar.Months("UTC"));
        Assert.Equal("month@Asia/Tokyo", BudgetCalendar.Months("Asia/Tokyo").ToString());
    }

    [Fact]
    public void A_zone_that_the_system_doesnt_know_is_named_before_anything_is_asked_of_a_store()
    {
        var calendar = BudgetCalendar.Days("Moon/Tranquility");
        var key = new BudgetKey("Twitter/friendships/create", BudgetScope.User, "7", calendar.Longest)
        {
            Calendar = calendar,
        };

        TimeZoneNotFoundException exception =
            Assert.Throws<TimeZoneNotFoundException>(() => new BudgetClaim(key, 1));

        Assert.Contains("Moon/Tranquility", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_of_a_calendar_has_its_longest_period_as_the_window() =>
        Assert.Throws<ArgumentException>(() => new BudgetClaim(
            new BudgetKey("Twitter/friendships/create", BudgetScope.User, "7", Claims.Day)
            {
                Calendar = BudgetCalendar.Days("UTC"),
            },
            1));

    private static void AssertPeriod(BudgetCalendar calendar, string moment, string start, string end)
    {
        Assert.Equal((At(start), At(end)), (calendar.StartOf(At(moment)), calendar.EndOf(At(moment))));
        Assert.Equal(At(end), calendar.StartOf(At(end)));
    }

    private static DateOnly DateIn(TimeZoneInfo zone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
