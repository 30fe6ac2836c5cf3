using System.Net.Http.Headers;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>The parameters of a call as a form-urlencoded body.</summary>
internal sealed class FormContent : ByteArrayContent
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/x-www-form-urlencoded");

    public FormContent(ApiCall call)
        : base(call.Parameters.ToArray()) => Headers.ContentType = MediaType;
}
