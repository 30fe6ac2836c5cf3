using System.Text.Json;
using System.Text.Unicode;

namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reads a value of any kind but <c>null</c>.</summary>
    public JsonElement ReadJson()
    {
        if (Peek() == 'n')
            FailHere("any other value");
        int start = _position;
        SkipValue();
        ReadOnlySpan<byte> value = _text[start.._position];
        // An element decodes its strings when they are asked for, which is too late to find that they can't be.
        if (!Utf8.IsValid(value))
            Fail(start, "a value with bytes that aren't UTF-8");
        return JsonElement.Parse(value);
    }

    /// <summary>Reads a value of any kind; <c>null</c> is null, not an element.</summary>
    public JsonElement? ReadJsonOrNull() => ReadNull() ? null : ReadJson();
}
