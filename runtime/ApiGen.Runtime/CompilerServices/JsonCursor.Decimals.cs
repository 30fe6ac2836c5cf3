using System.Buffers.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>
    /// Reads a number, or a string that holds one, exactly; digits beyond the 28 that a decimal has are rounded.
    /// </summary>
    public decimal ReadDecimal() => ReadDecimal("decimal");

    /// <summary>Reads a number, a string that holds one, or <c>null</c>.</summary>
    public decimal? ReadDecimalOrNull() => ReadNull() ? null : ReadDecimal();

    private decimal ReadDecimal(string type)
    {
        byte first = Peek();
        int offset = _position;
        ReadOnlySpan<byte> number;
        if (first == '"')
        {
            number = ReadUtf8();
        }
        else
        {
            if (first is not ((byte)'-' or (>= (byte)'0' and <= (byte)'9')))
                FailHere(type);
            SkipNumber();
            number = _text[offset.._position];
        }
        if (!Utf8Parser.TryParse(number, out decimal value, out int length) || length != number.Length)
            Fail(offset, first == '"' ? $"a string that holds no {type}" : $"a number that is too large for {type}");
        return value;
    }
}
