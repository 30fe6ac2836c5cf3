using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiGen.Sandbox.Answers;

/// <summary>An answer ready to be sent.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string ContentType)
{
    // A body that a person reads in a terminal: quotes and ampersands stay as they are.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside the usual; the last of a name wins, and null leaves it out.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body, Readable)) write(json);
        return Json(status, body.WrittenMemory);
    }

    public static Answer Json(int status, ReadOnlyMemory<byte> body) =>
        new(status, body, "application/json; charset=utf-8");

    public static Answer Json(int status, string body) => Json(status, Encoding.UTF8.GetBytes(body));

    public static Answer Text(int status, string body) =>
        new(status, Encoding.UTF8.GetBytes(body), "text/plain; charset=utf-8");

    public Answer With(string header, string value) => With([new(header, value)]);

    public Answer With(IEnumerable<KeyValuePair<string, string?>> headers) =>
        this with { Headers = [.. Headers, .. headers] };
}
