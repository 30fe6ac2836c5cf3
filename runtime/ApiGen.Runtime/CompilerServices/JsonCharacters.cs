using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace ApiGen.CompilerServices;

/// <summary>The characters of a JSON string that has escapes or isn't all ASCII, gathered while it is scanned.</summary>
/// <param name="room">Where they go until there are more; then, to rented arrays.</param>
internal ref struct JsonCharacters(Span<char> room)
{
    private Span<char> _room = room;
    private char[]? _rented;
    private int _count;

    /// <summary>
    /// Adds ASCII and short escapes, up to a quote, a control, a byte beyond ASCII or another escape.
    /// </summary>
    /// <returns>How many bytes that was.</returns>
    public int AddUsual(ReadOnlySpan<byte> utf8)
    {
        Span<ushort> units = MemoryMarshal.Cast<char, ushort>(_room);
        int read = 0;
        int count = _count;
        while (utf8.Length - read >= Vector128<byte>.Count)
        {
            if (units.Length - count < Vector128<byte>.Count)
            {
                _count = count;
                Grow(Vector128<byte>.Count);
                units = MemoryMarshal.Cast<char, ushort>(_room);
            }
            var bytes = Vector128.Create(utf8[read..]);
            // What lies behind an end is copied too, and written over by what comes next.
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(bytes);
            low.CopyTo(units[count..]);
            high.CopyTo(units[(count + Vector128<ushort>.Count)..]);
            uint ends = JsonCursor.PlainEnds(bytes);
            int plain = ends == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(ends);
            count += plain;
            read += plain;
            if (ends == 0)
                continue;
            char unit = utf8[read] == '\\' && read + 1 < utf8.Length ? JsonCursor.ShortMeaning(utf8[read + 1]) : '\0';
            if (unit == '\0')
            {
                _count = count;
                return read;
            }
            units[count++] = unit;
            read += 2;
        }
        _count = count;
        while (read < utf8.Length && JsonCursor.IsPlain(utf8[read]))
            Add((char)utf8[read++]);
        return read;
    }

    /// <summary>Adds what isn't ASCII.</summary>
    /// <param name="utf8">All of it.</param>
    /// <param name="isStrict">Whether bytes that aren't UTF-8 are refused; else they become U+FFFD.</param>
    /// <returns>False if they were refused.</returns>
    public bool TryAdd(ReadOnlySpan<byte> utf8, bool isStrict)
    {
        if (_room.Length - _count < utf8.Length)
            Grow(utf8.Length);
        OperationStatus status =
            Utf8.ToUtf16(utf8, _room[_count..], out _, out int written, replaceInvalidSequences: !isStrict);
        _count += written;
        return status == OperationStatus.Done;
    }

    /// <summary>Adds a UTF-16 unit.</summary>
    public void Add(char unit)
    {
        if (_room.Length == _count)
            Grow(1);
        _room[_count++] = unit;
    }

    /// <summary>Ends the gathering, and returns what was gathered.</summary>
    public readonly string Complete()
    {
        var text = new string(_room[.._count]);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        return text;
    }

    private void Grow(int count)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_room.Length * 2, _count + count));
        _room[.._count].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _room = _rented = larger;
    }
}
