using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How far the reading of one object has come.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonFields
{
    private ulong _seenLow;
    private ulong _seenHigh;

    internal JsonFields(JsonShape shape)
    {
        Shape = shape;
        Separator = (byte)'{';
    }

    /// <summary>The field whose value the cursor stands before, by its place in the shape.</summary>
    public int Index { get; private set; }

    internal JsonShape Shape { get; }

    /// <summary>What stands before the next property: the opening brace, and a comma from then on.</summary>
    internal byte Separator { get; set; }

    /// <summary>The field that comes next if the text keeps to the shape's order.</summary>
    internal int Expected { get; private set; }

    internal readonly bool AreComplete =>
        (Shape.RequiredLow & ~_seenLow) == 0 && (Shape.RequiredHigh & ~_seenHigh) == 0;

    internal readonly bool HasSeen(int index) =>
        ((index < 64 ? _seenLow : _seenHigh) & (1UL << index)) != 0;

    internal void Enter(int index)
    {
        Index = index;
        Expected = index + 1;
        if (index < 64)
            _seenLow |= 1UL << index;
        else
            _seenHigh |= 1UL << index;
    }
}
