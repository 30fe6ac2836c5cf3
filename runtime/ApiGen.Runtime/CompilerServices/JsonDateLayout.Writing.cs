using System.Globalization;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>Writes dates.</summary>
internal sealed partial class JsonDateLayout
{
    /// <summary>Writes a time of UTC.</summary>
    /// <param name="time">The time, of which a fraction of a second is dropped.</param>
    /// <param name="text">What is written over, of this width.</param>
    public void Write(DateTime time, Span<byte> text)
    {
        foreach ((int start, byte literal) in _literals) text[start] = literal;
        WriteNumber(text, JsonDateField.Year, time.Year, "D4");
        WriteNumber(text, JsonDateField.Month, time.Month, "D2");
        WriteNumber(text, JsonDateField.Day, time.Day, "D2");
        WriteNumber(text, JsonDateField.Hour, time.Hour, "D2");
        WriteNumber(text, JsonDateField.Minute, time.Minute, "D2");
        WriteNumber(text, JsonDateField.Second, time.Second, "D2");
        WriteWord(text, JsonDateField.MonthName, time.ToString("MMM", CultureInfo.InvariantCulture));
        WriteWord(text, JsonDateField.Weekday, time.ToString("ddd", CultureInfo.InvariantCulture));
        WriteWord(text, JsonDateField.Offset, _hasColon ? "+00:00" : "+0000");
    }

    private void WriteNumber(Span<byte> text, JsonDateField field, int value, string format)
    {
        if (Start(field) != Absent) value.TryFormat(text[Start(field)..], out _, format, CultureInfo.InvariantCulture);
    }

    private void WriteWord(Span<byte> text, JsonDateField field, string word)
    {
        if (Start(field) != Absent) Encoding.ASCII.GetBytes(word, text[Start(field)..]);
    }
}
