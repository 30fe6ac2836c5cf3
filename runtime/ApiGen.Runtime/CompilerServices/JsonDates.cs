using System.ComponentModel;
using System.Globalization;

namespace ApiGen.CompilerServices;

/// <summary>How an API writes its dates, made ready to read them from UTF-8 and to write them.</summary>
/// <remarks>
/// Every part but the fraction of a second has its full width. Names of months and weekdays are English, and letter
/// case counts, that of RFC 3339's T and Z too. A weekday that isn't that of the date is an error; so are a second of
/// 60 and an offset beyond 14 hours, which .NET can't represent.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonDates
{
    private const string Internet = "iso8601";
    private const string Epoch = "epoch";
    private const string EpochMilliseconds = "epoch-ms";
    private const int FractionDigits = 7;

    // Beyond the range of times in either unit, and as ticks within that of a decimal.
    private const decimal LargestNumber = 1e15m;

    private readonly JsonDatePart[] _parts;
    private readonly JsonDateLayout _layout;
    private readonly JsonDateLayout _layoutWithColon;
    private readonly long _ticksOfUnit;

    /// <summary>Compiles a format.</summary>
    /// <param name="format">
    /// A .NET custom format made of <c>ddd</c>, <c>dd</c>, <c>MMM</c>, <c>MM</c>, <c>yyyy</c>, <c>HH</c>, <c>mm</c>,
    /// <c>ss</c> and <c>zzz</c> (<c>±hhmm</c> or <c>±hh:mm</c>), each at most once, of the letters <c>T</c> and
    /// <c>Z</c>, of text in single quotes, and of other characters that stand for themselves:
    /// <c>ddd MMM dd HH:mm:ss zzz yyyy</c>. Dates without <c>zzz</c> are in UTC. Or <c>iso8601</c>, which means
    /// RFC 3339: a fraction of a second of any length, of which seven digits count, and <c>Z</c> or <c>±hh:mm</c>. Or
    /// <c>epoch</c> or <c>epoch-ms</c>: the seconds or milliseconds since 1970 in UTC.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The format has another part, has one twice, or lacks the year, the month or the day.
    /// </exception>
    public JsonDates(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Format = format;
        _ticksOfUnit = format switch
        {
            Epoch => TimeSpan.TicksPerSecond,
            EpochMilliseconds => TimeSpan.TicksPerMillisecond,
            _ => 0,
        };
        _parts = JsonDateFormat.Compile(format == Internet || IsNumber ? "yyyy-MM-ddTHH:mm:ss" : format);
        _layout = new JsonDateLayout(_parts, hasColon: false);
        _layoutWithColon = new JsonDateLayout(_parts, hasColon: true);
    }

    /// <summary>RFC 3339's times: <c>2013-12-14T04:35:55Z</c>.</summary>
    internal static JsonDates OfTheInternet { get; } = new(Internet);

    /// <summary>RFC 3339's dates: <c>2013-12-14</c>.</summary>
    internal static JsonDates OfDays { get; } = new("yyyy-MM-dd");

    /// <summary>The format as it was given.</summary>
    internal string Format { get; }

    /// <summary>Whether times are numbers: the time since 1970.</summary>
    internal bool IsNumber => _ticksOfUnit > 0;

    /// <summary>Writes a time in UTC; what the format has no place for is cut off.</summary>
    internal string Write(DateTime utc)
    {
        var time = new DateTimeOffset(utc.Ticks, TimeSpan.Zero);
        return Format switch
        {
            Epoch => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            EpochMilliseconds => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            Internet => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            _ => JsonDateFormat.Write(_parts, time),
        };
    }

    /// <summary>Reads a number of the unit since 1970.</summary>
    internal bool TryRead(decimal number, out DateTimeOffset value)
    {
        value = default;
        if (Math.Abs(number) > LargestNumber)
            return false;
        decimal ticks = decimal.Floor(number * _ticksOfUnit) + DateTime.UnixEpoch.Ticks;
        return Math.Abs(ticks) <= long.MaxValue && TryCombine((long)ticks, offset: 0, out value);
    }

    internal bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (Format == Internet)
            return TryReadInternet(text, out value);
        JsonDateLayout layout = text.Length == _layout.Width ? _layout : _layoutWithColon;
        return text.Length == layout.Width
            && layout.TryRead(text, out DateTime local, out int offset)
            && TryCombine(local.Ticks, offset, out value);
    }

    private bool TryReadInternet(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        int width = _layout.Width;
        if (text.Length <= width || !_layout.TryRead(text[..width], out DateTime local, out int offset))
            return false;
        ReadOnlySpan<byte> rest = text[width..];
        int fraction = 0;
        if (rest[0] == '.')
        {
            int end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
            if (end <= 1)
                return false;
            for (int i = 1; i <= FractionDigits; i++)
                fraction = fraction * 10 + (i < end ? rest[i] - '0' : 0);
            rest = rest[end..];
        }
        bool hasOffset = rest is [(byte)'Z']
            || (rest.Length == 6 && JsonDateText.TryOffset(rest, hasColon: true, out offset));
        return hasOffset && TryCombine(local.Ticks + fraction, offset, out value);
    }

    private static bool TryCombine(long localTicks, int offset, out DateTimeOffset value)
    {
        long offsetTicks = offset * TimeSpan.TicksPerMinute;
        bool isInRange = (ulong)(localTicks - offsetTicks) <= (ulong)DateTime.MaxValue.Ticks;
        value = isInRange ? new DateTimeOffset(localTicks, new TimeSpan(offsetTicks)) : default;
        return isInRange;
    }
}
