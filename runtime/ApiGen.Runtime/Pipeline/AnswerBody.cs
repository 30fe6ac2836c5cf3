using System.Text;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Makes the value of a successful answer from its body.</summary>
internal static class AnswerBody
{
    /// <summary>Whether an answer has a body that somebody looks at.</summary>
    public static bool IsWanted(EndpointDescriptor endpoint, HttpResponseMessage response)
    {
        // An answer to HEAD may announce a length, and has no body all the same (RFC 9110 §9.3.2).
        if (endpoint.Method == "HEAD") return false;
        return endpoint.Content != AnswerContent.None || !response.IsSuccessStatusCode || endpoint.MayFailInSuccess;
    }

    public static T Read<T>(ApiCall<T> call, HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        call.Endpoint.Content switch
        {
            AnswerContent.None => default!,
            AnswerContent.Text => (T)(object)TextOf(response, body),
            AnswerContent.Bytes => (T)(object)body.ToArray(),
            _ => JsonBody.Read(body, call.Endpoint.UnwrapPath.Steps, call.Read!),
        };

    /// <summary>The text by the charset that the answer names, or else by its byte order mark, or else UTF-8.</summary>
    private static string TextOf(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        string? charset = response.Content.Headers.ContentType?.CharSet?.Trim('"');
        Encoding encoding = charset is null ? MarkedEncoding(body) : NamedEncoding(charset);
        ReadOnlySpan<byte> mark = encoding.Preamble;
        return encoding.GetString(body.StartsWith(mark) ? body[mark.Length..] : body);
    }

    private static Encoding NamedEncoding(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ApiFormatException("$", $"a text in '{charset}', a charset that isn't known here", exception);
        }
    }

    private static Encoding MarkedEncoding(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : body.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : Encoding.UTF8;
}
