using System.ComponentModel;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>A position in a JSON text. Readers of generated types move it from value to value.</summary>
/// <remarks>
/// A method reads one value where the cursor stands, skipping whitespace before it, and leaves the cursor behind it.
/// What comes after the value is the business of whoever reads on, so every byte of a text is judged exactly once.
/// Objects and lists nest at most 64 deep, those in skipped values included, so no body can exhaust the stack.
/// A value that can't be read ends the reading: <see cref="JsonBody"/> throws an <see cref="ApiFormatException"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private int _depth;

    /// <summary>Stands before the first value of a text.</summary>
    internal JsonCursor(ReadOnlySpan<byte> utf8)
    {
        _text = utf8;
        _position = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        Peek();
        if (_position == utf8.Length)
            Fail(0, "the body is empty");
    }

    private readonly ReadOnlySpan<byte> Rest => _text[_position..];

    /// <summary>Reads <c>null</c>, if it is there.</summary>
    /// <returns>False, with the cursor where it was, if the value is another.</returns>
    public bool ReadNull()
    {
        if (Peek() != 'n' || !Rest.StartsWith("null"u8))
            return false;
        _position += "null".Length;
        return true;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool ReadBoolean()
    {
        byte first = Peek();
        if (first == 't' && Rest.StartsWith("true"u8))
        {
            _position += "true".Length;
            return true;
        }
        if (first != 'f' || !Rest.StartsWith("false"u8))
            FailHere("bool");
        _position += "false".Length;
        return false;
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public bool? ReadBooleanOrNull() => ReadNull() ? null : ReadBoolean();

    /// <summary>Finds that nothing but whitespace is left.</summary>
    internal void ReadEnd()
    {
        Peek();
        if (_position < _text.Length)
            Fail(_position, "more text after the value");
    }

    /// <summary>Moves to the next byte that isn't whitespace, and returns it, or 0 at the end of the text.</summary>
    private byte Peek()
    {
        int position = _position;
        if ((uint)position < (uint)_text.Length && _text[position] > ' ')
            return _text[position];
        return PeekPastSpace();
    }

    private byte PeekPastSpace()
    {
        while ((uint)_position < (uint)_text.Length)
        {
            byte next = _text[_position];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return next;
            _position++;
        }
        return 0;
    }
}
