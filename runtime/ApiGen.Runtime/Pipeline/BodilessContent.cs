using System.Net;

namespace ApiGen.Pipeline;

/// <summary>
/// A body of no bytes. A request that has begun to send a body is never sent again by the connection pool, while one
/// without a body is if its connection breaks before the answer; and one permit is good for one request.
/// </summary>
internal sealed class BodilessContent : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
