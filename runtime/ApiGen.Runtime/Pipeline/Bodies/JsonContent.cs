using System.Net.Http.Headers;

namespace ApiGen.Pipeline.Bodies;

/// <summary>A JSON body, which has no charset: it is always UTF-8 (RFC 8259 §8.1, §11).</summary>
internal sealed class JsonContent : ByteArrayContent
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/json");

    public JsonContent(byte[] json)
        : base(json) => Headers.ContentType = MediaType;
}
