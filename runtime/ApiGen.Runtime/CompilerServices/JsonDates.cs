using System.ComponentModel;
using System.Globalization;
using System.Text;

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
    private const int FractionDigits = 7;

    private readonly JsonDateLayout _layout;
    private readonly JsonDateLayout _layoutWithColon;

    /// <summary>Compiles a format.</summary>
    /// <param name="format">
    /// A .NET custom format made of <c>ddd</c>, <c>dd</c>, <c>MMM</c>, <c>MM</c>, <c>yyyy</c>, <c>HH</c>, <c>mm</c>,
    /// <c>ss</c> and <c>zzz</c> (<c>±hhmm</c> or <c>±hh:mm</c>), each at most once, of the letters <c>T</c> and
    /// <c>Z</c>, of text in single quotes, and of other characters that stand for themselves:
    /// <c>ddd MMM dd HH:mm:ss zzz yyyy</c>. Dates without <c>zzz</c> are in UTC. Or <c>iso8601</c>, which means
    /// RFC 3339: a fraction of a second of any length, of which seven digits count, and <c>Z</c> or <c>±hh:mm</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The format has another part, has one twice, or lacks the year, the month or the day.
    /// </exception>
    public JsonDates(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Format = format;
        JsonDatePart[] parts = JsonDateFormat.Compile(format == Internet ? "yyyy-MM-ddTHH:mm:ss" : format);
        _layout = new JsonDateLayout(parts, hasColon: false);
        _layoutWithColon = new JsonDateLayout(parts, hasColon: true);
    }

    /// <summary>The format as it was given.</summary>
    internal string Format { get; }

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

    /// <summary>
    /// Writes a time, in UTC. An offset is written as <c>+00:00</c> beside the number of a month, as RFC 3339 does, and
    /// as <c>+0000</c> beside its name, as RFC 5322 does.
    /// </summary>
    internal string Write(DateTimeOffset value)
    {
        DateTime time = value.UtcDateTime;
        if (Format == Internet)
            return time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        JsonDateLayout layout = _layout.HasMonthName ? _layout : _layoutWithColon;
        byte[] text = new byte[layout.Width];
        layout.Write(time, text);
        return Encoding.UTF8.GetString(text);
    }

    private static bool TryCombine(long localTicks, int offset, out DateTimeOffset value)
    {
        long offsetTicks = offset * TimeSpan.TicksPerMinute;
        bool isInRange = (ulong)(localTicks - offsetTicks) <= (ulong)DateTime.MaxValue.Ticks;
        value = isInRange ? new DateTimeOffset(localTicks, new TimeSpan(offsetTicks)) : default;
        return isInRange;
    }
}
