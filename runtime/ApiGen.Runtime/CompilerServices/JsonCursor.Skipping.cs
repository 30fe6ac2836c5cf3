namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Moves behind a value of any kind, judging it as strictly as if it were read. Doesn't recurse.</summary>
    private void SkipValue()
    {
        int outside = _depth;
        // A bit for each level that is open, the innermost lowest: set for an object, clear for a list.
        ulong objects = 0;
        bool more;
        do
        {
            byte next = Peek();
            if (next is (byte)'{' or (byte)'[')
            {
                objects = (objects << 1) | (next == '{' ? 1UL : 0UL);
                more = Open(Close(objects));
            }
            else
            {
                SkipScalar(next);
                more = _depth > outside && Continues(Close(objects));
            }
            while (!more && _depth > outside)
            {
                Ascend();
                objects >>= 1;
                more = _depth > outside && Continues(Close(objects));
            }
            if (more && Close(objects) == '}')
                SkipName();
        }
        while (more);
    }

    private static char Close(ulong objects) => (objects & 1) != 0 ? '}' : ']';

    private void SkipName()
    {
        if (Peek() != '"')
            FailSyntax("the name of a property");
        SkipString(out _);
        ReadColon();
    }

    private void SkipScalar(byte first)
    {
        switch (first)
        {
            case (byte)'"':
                SkipString(out _);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                SkipNumber();
                break;
            case (byte)'n' when ReadNull():
                break;
            case (byte)'t' when Rest.StartsWith("true"u8):
            case (byte)'f' when Rest.StartsWith("false"u8):
                ReadBoolean();
                break;
            default:
                FailSyntax("a value");
                break;
        }
    }
}
