using System.ComponentModel;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>What a body says that makes its answer a failure, whatever the status. Written by generated code.</summary>
/// <param name="Property">Where to look: names of properties with dots between.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ErrorCondition(string Property)
{
    private byte[][]? _values;

    /// <summary>The values of a failure, or of a success; empty if it's a failure that the property is there.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>Whether the values are those of a success, so that any other is that of a failure.</summary>
    public bool IsUnless { get; init; }

    private JsonPropertyPath Path => field ??= JsonPropertyPath.Of(Property);

    /// <summary>
    /// Whether a body is that of a failure. It is looked through only as far as the property, and with no allocation.
    /// </summary>
    internal bool HoldsIn(ReadOnlySpan<byte> body)
    {
        // Whatever else a body is, it has no properties; and empty ones are many.
        if (body.TrimStart(" \t\r\n\uFEFF"u8) is not [(byte)'{', ..]) return false;
        try
        {
            var json = new JsonCursor(body);
            return json.MoveTo(Path) && !json.ReadNull() && Holds(ref json);
        }
        catch (JsonProblemException)
        {
            // Whoever reads the value says what is wrong with it.
            return false;
        }
    }

    private bool Holds(ref JsonCursor json)
    {
        if (Values.Length == 0) return true;
        _values ??= [.. Values.Select(Encoding.UTF8.GetBytes)];
        if (!json.ReadScalar(out ReadOnlySpan<byte> text)) return IsUnless;
        foreach (byte[] value in _values)
        {
            if (text.SequenceEqual(value)) return !IsUnless;
        }

        return IsUnless;
    }
}
