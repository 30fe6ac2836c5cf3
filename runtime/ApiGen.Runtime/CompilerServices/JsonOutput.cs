using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiGen.CompilerServices;

/// <summary>
/// The JSON object that a call sends, while it is written: by the call itself, and by generated types. What is null is
/// left out.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Reliability", "CA1001", Justification = "A writer to memory holds nothing to let go of.")]
public sealed partial class JsonOutput
{
    /// <summary>As deep as answers are read; an object that contains itself ends here.</summary>
    private const int MaxDepth = 64;

    // No browser takes the body for HTML, so that nothing in it needs escapes but what JSON says.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _json;

    internal JsonOutput()
    {
        _json = new Utf8JsonWriter(_text, Options);
        _json.WriteStartObject();
    }

    /// <summary>The C# argument that is being written, for messages.</summary>
    internal string Argument { get; set; } = "";

    /// <summary>Begins an object, whose properties are added to it.</summary>
    public void BeginObject()
    {
        CheckDepth();
        _json.WriteStartObject();
    }

    /// <summary>Ends it.</summary>
    public void EndObject() => _json.WriteEndObject();

    /// <summary>Adds a property written as it stands: a number, or true or false.</summary>
    internal void AddLiteral(string name, ReadOnlySpan<char> value)
    {
        _json.WritePropertyName(name);
        _json.WriteRawValue(value, skipInputValidation: true);
    }

    /// <summary>Adds a list of texts, or of values written as they stand.</summary>
    internal void AddList(string name, IEnumerable<string> values, bool areTexts)
    {
        _json.WriteStartArray(name);
        foreach (string value in values)
        {
            if (areTexts) _json.WriteStringValue(value);
            else _json.WriteRawValue(value, skipInputValidation: true);
        }

        _json.WriteEndArray();
    }

    /// <summary>Ends the whole, and gives it in UTF-8.</summary>
    internal byte[] ToBytes()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _text.WrittenSpan.ToArray();
    }

    private void CheckDepth()
    {
        if (_json.CurrentDepth >= MaxDepth)
            throw Unwritable($"It is nested more than {MaxDepth} deep, or contains itself.");
    }

    private ArgumentException Unwritable(string problem) => new(problem, Argument);
}
