using System.Net.Http.Headers;

namespace ApiGen.Pipeline;

/// <summary>Parameters as a form-urlencoded body.</summary>
internal sealed class FormContent : ByteArrayContent
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/x-www-form-urlencoded");

    public FormContent(ReadOnlySpan<byte> parameters)
        : base(parameters.ToArray()) => Headers.ContentType = MediaType;
}
