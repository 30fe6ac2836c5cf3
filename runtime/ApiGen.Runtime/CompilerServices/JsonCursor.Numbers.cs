using System.Buffers.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    private const int MaxInt64Digits = 19;

    /// <summary>Reads an integer of 32 bits, or a string that holds one.</summary>
    public int ReadInt32()
    {
        Peek();
        int offset = _position;
        long value = ReadInteger("int32");
        if (value is < int.MinValue or > int.MaxValue)
            Fail(offset, "a number that is too large for int32");
        return (int)value;
    }

    /// <summary>Reads an integer of 32 bits, a string that holds one, or <c>null</c>.</summary>
    public int? ReadInt32OrNull() => ReadNull() ? null : ReadInt32();

    /// <summary>Reads an integer of 64 bits, or a string that holds one.</summary>
    public long ReadInt64() => ReadInteger("int64");

    /// <summary>Reads an integer of 64 bits, a string that holds one, or <c>null</c>.</summary>
    public long? ReadInt64OrNull() => ReadNull() ? null : ReadInt64();

    /// <summary>Reads a number. One that is too large for a double is infinite, as in IEEE 754.</summary>
    public double ReadDouble()
    {
        if (Peek() is not ((byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            FailHere("double");
        int offset = _position;
        SkipNumber();
        ReadOnlySpan<byte> number = _text[offset.._position];
        if (!Utf8Parser.TryParse(number, out double value, out int length) || length != number.Length)
            Fail(offset, "a number that is no double");
        return value;
    }

    /// <summary>Reads a number or <c>null</c>.</summary>
    public double? ReadDoubleOrNull() => ReadNull() ? null : ReadDouble();

    private long ReadInteger(string type)
    {
        byte first = Peek();
        int start = first == '-' ? _position + 1 : _position;
        int position = start;
        ulong magnitude = 0;
        while ((uint)position < (uint)_text.Length)
        {
            uint digit = (uint)_text[position] - '0';
            if (digit > 9)
                break;
            magnitude = magnitude * 10 + digit;
            position++;
        }
        int digits = position - start;
        ulong limit = first == '-' ? long.MaxValue + 1UL : long.MaxValue;
        if (digits is 0 or > MaxInt64Digits || magnitude > limit
            || (digits > 1 && _text[start] == '0')
            || ((uint)position < (uint)_text.Length && _text[position] is (byte)'.' or (byte)'e' or (byte)'E'))
        {
            return ReadUnusualInteger(first, type);
        }
        _position = position;
        return first == '-' ? -(long)magnitude : (long)magnitude;
    }

    /// <summary>Reads an integer that stands in a string, or says why there is none.</summary>
    private long ReadUnusualInteger(byte first, string type)
    {
        int offset = _position;
        if (first == '"')
        {
            ReadOnlySpan<byte> content = ReadUtf8();
            if (!Utf8Parser.TryParse(content, out long value, out int length) || length != content.Length)
                Fail(offset, $"a string that holds no {type}");
            return value;
        }
        if (first is not ((byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            FailHere(type);
        SkipNumber();
        Fail(offset, _text[offset.._position].IndexOfAny(".eE"u8) < 0
            ? $"a number that is too large for {type}"
            : $"a number with a fraction or exponent, where the spec says {type}");
        return 0;
    }

    /// <summary>Moves behind a number, holding it to the grammar of RFC 8259 section 6.</summary>
    private void SkipNumber()
    {
        int offset = _position;
        if (_text[_position] == '-')
            _position++;
        int whole = SkipDigits(offset);
        if (whole > 1 && _text[_position - whole] == '0')
            Fail(offset, "a number with a leading zero");
        if (_position < _text.Length && _text[_position] == '.')
        {
            _position++;
            SkipDigits(offset);
        }
        if (_position < _text.Length && _text[_position] is (byte)'e' or (byte)'E')
        {
            _position++;
            if (_position < _text.Length && _text[_position] is (byte)'+' or (byte)'-')
                _position++;
            SkipDigits(offset);
        }
    }

    private int SkipDigits(int offset)
    {
        int start = _position;
        while ((uint)_position < (uint)_text.Length && char.IsAsciiDigit((char)_text[_position]))
            _position++;
        if (_position == start)
            Fail(offset, "a number with digits missing");
        return _position - start;
    }
}
