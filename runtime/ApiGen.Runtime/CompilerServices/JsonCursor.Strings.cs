using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    // Most texts with escapes are links and sentences.
    private const int UsualLength = 128;

    // The bytes at which a run inside a string ends: the quote, the backslash, and controls, which JSON forbids.
    private static readonly SearchValues<byte> RunEnds = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        if (Peek() != '"')
            FailHere("string");
        int start = _position + 1;
        int end = PlainEnd(start);
        if ((uint)end >= (uint)_text.Length || _text[end] != '"')
            return ReadUnusualString(isStrict: true);
        _position = end + 1;
        ReadOnlySpan<byte> content = _text[start..end];
        return content.Length <= JsonShortTexts.MaxLength
            ? JsonShortTexts.Get(content)
            : Encoding.Latin1.GetString(content);
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    public string? ReadStringOrNull() => ReadNull() ? null : ReadString();

    /// <summary>Whether a byte stands for itself: it is ASCII, and no quote, backslash or control.</summary>
    internal static bool IsPlain(byte letter) =>
        letter is >= (byte)' ' and < 0x80 and not ((byte)'"' or (byte)'\\');

    /// <summary>A bit for each byte that isn't plain, the first byte's lowest.</summary>
    internal static uint PlainEnds(Vector128<byte> bytes)
    {
        // As signed numbers, controls and bytes beyond ASCII are all below the space.
        Vector128<byte> ends = Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
        return ends.ExtractMostSignificantBits();
    }

    /// <summary>Reads a string that has escapes or isn't all ASCII.</summary>
    /// <param name="isStrict">Whether bytes that aren't UTF-8 are an error; else they become U+FFFD.</param>
    private string ReadUnusualString(bool isStrict)
    {
        int position = _position + 1;
        var text = new JsonCharacters(stackalloc char[UsualLength]);
        while (true)
        {
            position += text.AddUsual(_text[position..]);
            byte stop = StopAt(position);
            if (stop == '"')
            {
                _position = position + 1;
                return text.Complete();
            }
            if (stop == '\\')
            {
                position += AddEscape(position, ref text);
                continue;
            }
            int run = RunLength(position);
            if (!text.TryAdd(_text.Slice(position, run), isStrict))
                Fail(_position, "a string with bytes that aren't UTF-8");
            position += run;
        }
    }

    /// <summary>Reads what a string means, in UTF-8.</summary>
    private ReadOnlySpan<byte> ReadUtf8()
    {
        int start = _position;
        ReadOnlySpan<byte> content = SkipString(out bool isEscaped);
        if (!isEscaped)
            return content;
        // Services hardly write names, numbers and dates with escapes, so these may cost allocations; and if there are
        // bad bytes in one, it isn't one that is looked for, so they need no error of their own.
        _position = start;
        return Encoding.UTF8.GetBytes(ReadUnusualString(isStrict: false));
    }

    /// <summary>Moves behind a string, and returns what is between its quotes as it stands.</summary>
    private ReadOnlySpan<byte> SkipString(out bool isEscaped)
    {
        int start = _position + 1;
        int position = start;
        isEscaped = false;
        while (true)
        {
            position = PlainEnd(position);
            byte stop = StopAt(position);
            if (stop == '"')
            {
                _position = position + 1;
                return _text[start..position];
            }
            isEscaped |= stop == '\\';
            position += stop == '\\' ? EscapeLength(position) : RunLength(position);
        }
    }

    /// <summary>The byte at which plain ASCII ends: a quote, a backslash, or one beyond ASCII.</summary>
    private readonly byte StopAt(int position)
    {
        if ((uint)position >= (uint)_text.Length)
            Fail(_position, "the text ends in the middle of a string");
        byte stop = _text[position];
        if (stop < ' ')
            Fail(_position, $"a string with the bare control character U+{stop:X4}");
        return stop;
    }

    /// <summary>The bytes up to the next quote, backslash or control.</summary>
    private readonly int RunLength(int position)
    {
        ReadOnlySpan<byte> rest = _text[position..];
        int length = rest.IndexOfAny(RunEnds);
        return length < 0 ? rest.Length : length;
    }

    /// <summary>Where plain ASCII ends: at a quote, backslash, control, byte beyond ASCII, or with the text.</summary>
    private readonly int PlainEnd(int position)
    {
        ReadOnlySpan<byte> text = _text;
        while (position <= text.Length - Vector128<byte>.Count)
        {
            uint ends = PlainEnds(Vector128.Create(text[position..]));
            if (ends != 0)
                return position + BitOperations.TrailingZeroCount(ends);
            position += Vector128<byte>.Count;
        }
        while (position < text.Length && IsPlain(text[position]))
            position++;
        return position;
    }
}
