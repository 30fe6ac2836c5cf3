using System.Text;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Moves to the value at the end of a path, and judges no more of the text than comes before it.</summary>
    /// <returns>False if there is no such value, with the cursor anywhere.</returns>
    internal bool MoveTo(JsonPropertyPath path)
    {
        foreach (JsonShape step in path.Steps)
        {
            if (Peek() != '{')
                return false;
            JsonFields fields = BeginObject(step);
            if (!NextField(ref fields))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Reads the value at the end of a path, past everything beside the path; where there is none, as if it were null.
    /// </summary>
    internal T ReadAt<T>(ReadOnlySpan<JsonShape> steps, JsonReader<T> read)
    {
        if (steps.IsEmpty)
            return read(ref this);
        int offset = _position;
        if (ReadNull())
            return ReadAbsent(read, steps[0], offset);
        JsonFields fields = BeginObject(steps[0]);
        bool isThere = false;
        T value = default!;
        while (NextField(ref fields))
        {
            value = ReadAt(steps[1..], read);
            isThere = true;
        }
        return isThere ? value : ReadAbsent(read, steps[0], offset);
    }

    /// <summary>Reads a string without its quotes and escapes, or a number or word as it stands.</summary>
    /// <returns>False if the value is an object or a list, with the cursor where it was.</returns>
    internal bool ReadScalar(out ReadOnlySpan<byte> text)
    {
        byte first = Peek();
        text = default;
        if (first is (byte)'{' or (byte)'[')
            return false;
        int offset = _position;
        if (first == '"')
        {
            text = ReadUtf8();
            return true;
        }
        SkipScalar(first);
        text = _text[offset.._position];
        return true;
    }

    /// <summary>Reads what tells one page from another, or nothing if it is there: null or empty is no cursor.</summary>
    internal string? ReadPageCursor()
    {
        if (ReadNull())
            return null;
        if (!ReadScalar(out ReadOnlySpan<byte> text))
            FailHere("a cursor");
        return text.IsEmpty ? null : Encoding.UTF8.GetString(text);
    }

    /// <summary>Walks through a list of items, and reads their ids if asked to.</summary>
    internal PageItems ReadPageItems(JsonPropertyPath? id)
    {
        if (ReadNull())
            return default;
        if (Peek() != '[')
            FailHere("a list");
        int start = _position;
        int count = 0;
        long smallest = long.MaxValue;
        for (bool more = Open(']'); more; more = Continues(']'), count++)
        {
            if (id is null)
                SkipValue();
            else
                smallest = Math.Min(smallest, ReadAt(id.Steps, static (ref json) => json.ReadInt64()));
        }
        Ascend();
        return new PageItems(count, smallest, _text[start.._position]);
    }

    /// <summary>A value that may be null may as well be absent; one that may not, is missed.</summary>
    private static T ReadAbsent<T>(JsonReader<T> read, JsonShape step, int offset)
    {
        try
        {
            var absent = new JsonCursor("null"u8);
            return read(ref absent);
        }
        catch (JsonProblemException)
        {
            throw new JsonProblemException(offset, $"something else, where the spec says {step.Name}");
        }
    }
}
