using System.Buffers;
using System.Runtime.CompilerServices;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="read">Reads an element.</param>
    public T[] ReadList<T>(JsonReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Peek() != '[')
            FailHere("a list");
        T[] list = Open(']') ? ReadElements(read) : [];
        Ascend();
        return list;
    }

    private T[] ReadElements<T>(JsonReader<T> read)
    {
        // Most lists of an answer are short; those that aren't go on in rented arrays.
        var few = default(InlineArray8<T>);
        Span<T> elements = few;
        T[]? rented = null;
        int count = 0;
        do
        {
            if (count == elements.Length)
                elements = rented = Grow(elements, rented);
            elements[count++] = read(ref this);
        }
        while (Continues(']'));
        T[] list = elements[..count].ToArray();
        Return(rented);
        return list;
    }

    private static T[] Grow<T>(Span<T> elements, T[]? rented)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(elements.Length * 2);
        elements.CopyTo(larger);
        Return(rented);
        return larger;
    }

    private static void Return<T>(T[]? rented)
    {
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
