using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>Has answers sent compressed (RFC 9110 §8.4), and gives them as they were before.</summary>
/// <remarks>
/// <see cref="SocketsHttpHandler"/> can do this too, but parses and rebuilds the same header for every request.
/// </remarks>
internal static class ContentCoding
{
    // Every server has it. The others save little more of an answer's length, and make a native program larger.
    private const string Gzip = "gzip";

    /// <summary>Says which coding is understood, unless somebody said it before.</summary>
    public static void Ask(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains("Accept-Encoding"))
            request.Headers.TryAddWithoutValidation("Accept-Encoding", Gzip);
    }

    /// <summary>Puts in place of a coded body one that is decoded as it is read.</summary>
    public static void Undo(HttpResponseMessage response)
    {
        if (!response.Content.Headers.NonValidated.Contains("Content-Encoding")) return;
        string? coding = response.Content.Headers.ContentEncoding.LastOrDefault();
        if (string.Equals(coding, Gzip, StringComparison.OrdinalIgnoreCase))
            response.Content = new UnzippedContent(response.Content);
    }
}
