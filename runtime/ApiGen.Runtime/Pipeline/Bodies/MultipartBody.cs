using System.Net;
using System.Net.Http.Headers;

namespace ApiGen.Pipeline.Bodies;

/// <summary>
/// A multipart body, written as it is sent. On the message of a call its files are opened whenever it is written; on
/// that of an attempt they are open.
/// </summary>
internal sealed class MultipartBody : HttpContent
{
    private readonly OpenedForm? _opened;

    public MultipartBody(MultipartForm form)
    {
        Form = form;
        var type = new MediaTypeHeaderValue("multipart/form-data");
        type.Parameters.Add(new NameValueHeaderValue("boundary", form.Boundary));
        Headers.ContentType = type;
    }

    public MultipartBody(OpenedForm opened)
        : this(opened.Form) => _opened = opened;

    public MultipartForm Form { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_opened is not null)
        {
            await _opened.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            return;
        }

        using OpenedForm opened = Form.Open();
        await opened.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Form.Length ?? 0;
        return Form.Length is not null;
    }
}
