using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>Reads the body of an answer: one JSON value, and nothing after it.</summary>
/// <remarks>
/// A body is accepted if and only if <c>System.Text.Json</c> accepts it with its default options, nullable annotations
/// respected and integers allowed in strings, and is read as the same values, with these exceptions:
/// a byte order mark is skipped, as RFC 8259 section 8.1 allows;
/// an element of a list, a value of a map, a free-form value that must be there and the body itself may no more be null
/// than a field may;
/// and free-form values must be UTF-8 throughout.
/// Bytes that aren't UTF-8 are otherwise errors in strings that are read, and no matter in those that are skipped.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonBody
{
    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="utf8">The body, in UTF-8.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ApiFormatException">
    /// The body isn't JSON, or isn't what <paramref name="read"/> expects. The exception says where and why.
    /// </exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Read(utf8, steps: default, read);
    }

    /// <summary>Reads the value at the end of a path, past everything beside the path.</summary>
    internal static T Read<T>(ReadOnlySpan<byte> utf8, ReadOnlySpan<JsonShape> steps, JsonReader<T> read)
    {
        try
        {
            var json = new JsonCursor(utf8);
            T value = steps.IsEmpty ? read(ref json) : json.ReadAt(steps, read);
            json.ReadEnd();
            return value;
        }
        catch (JsonProblemException stopped)
        {
            throw Unreadable(utf8, stopped);
        }
    }

    /// <summary>
    /// What callers see of a body that can't be read. The path is walked only now, so that bodies that can be read don't
    /// pay for it.
    /// </summary>
    internal static ApiFormatException Unreadable(ReadOnlySpan<byte> utf8, JsonProblemException stopped) =>
        new(JsonPath.At(utf8, stopped.Offset), stopped.Problem);
}
