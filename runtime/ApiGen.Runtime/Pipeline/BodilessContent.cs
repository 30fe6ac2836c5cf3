using System.Net;

namespace ApiGen.Pipeline;

/// <summary>
/// A body of no bytes. A request that has begun to send a body is never sent again by the connection pool, while one
/// without a body is if its connection breaks before the answer; and one permit is good for one request.
/// </summary>
internal sealed class BodilessContent : HttpContent
{
    /// <summary>One for all requests whose headers nobody can change.</summary>
    public static BodilessContent Shared { get; } = MakeShared();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (!ReferenceEquals(this, Shared)) base.Dispose(disposing);
    }

    private static BodilessContent MakeShared()
    {
        // The length is a header as soon as it is asked for, and from then on it is only read.
        var content = new BodilessContent();
        _ = content.Headers.ContentLength;
        return content;
    }
}
