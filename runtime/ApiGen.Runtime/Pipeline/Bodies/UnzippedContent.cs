using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace ApiGen.Pipeline.Bodies;

/// <summary>What a body is without the last of its codings, which is gzip.</summary>
internal sealed class UnzippedContent : HttpContent
{
    private readonly HttpContent _coded;

    public UnzippedContent(HttpContent coded)
    {
        _coded = coded;
        foreach ((string name, HeaderStringValues values) in coded.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
        Headers.ContentLength = null;
        string[] outer = [.. coded.Headers.ContentEncoding.SkipLast(1)];
        Headers.ContentEncoding.Clear();
        foreach (string coding in outer) Headers.ContentEncoding.Add(coding);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Stream coded = await _coded.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var decoded = new GZipStream(coded, CompressionMode.Decompress);
        await using (decoded.ConfigureAwait(false))
        {
            try
            {
                await decoded.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException exception)
            {
                throw new IOException("The body isn't coded as its Content-Encoding says.", exception);
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _coded.Dispose();
        base.Dispose(disposing);
    }
}
