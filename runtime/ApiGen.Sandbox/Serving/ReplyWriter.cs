using System.Globalization;
using System.Net.Sockets;
using ApiGen.Sandbox.Answers;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ApiGen.Sandbox.Serving;

/// <summary>Sends an answer, or as much of it as is to get through.</summary>
internal sealed class ReplyWriter(ArrivalLog arrivals, TimeProvider clock, CancellationToken stopping)
{
    public async Task WriteAsync(HttpContext context, SandboxRequest request, Reply reply)
    {
        try
        {
            await WriteWholeAsync(context, request, reply).ConfigureAwait(false);
        }
        finally
        {
            arrivals.Leave(request);
        }
    }

    private async Task WriteWholeAsync(HttpContext context, SandboxRequest request, Reply reply)
    {
        TimeSpan delay = reply.Delivery == Delivery.Never ? Timeout.InfiniteTimeSpan : reply.Delay;
        bool isDue = await WaitAsync(context, delay).ConfigureAwait(false);
        if (isDue && reply.Delivery == Delivery.HangUp)
        {
            // Closed from this side only, and left to the caller to close from the other: a reset could overtake it.
            context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
            isDue = await WaitAsync(context, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        }

        if (!isDue || reply.Delivery == Delivery.Reset)
        {
            context.Abort();
            return;
        }

        Answer answer = reply.Answer;
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        if (!answer.Body.IsEmpty)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Body.Length;
        }

        foreach ((string name, string? value) in answer.Headers) response.Headers[name] = value;

        // Told before the first byte leaves, so that whoever has the answer finds its status among the requests, and
        // the place of the call among those at once free.
        request.Answered(answer.Status);
        arrivals.Leave(request);

        // Kestrel closes the connection of a response that ends before its announced length, once all of it is sent;
        // an abort could overtake the first half.
        int length = reply.Delivery == Delivery.HangUpMidway ? answer.Body.Length / 2 : answer.Body.Length;
        if (!answer.Body.IsEmpty)
        {
            await response.Body.WriteAsync(answer.Body[..length], context.RequestAborted).ConfigureAwait(false);
        }

        await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Waits until something is due; false if the caller or the sandbox goes before.</summary>
    private async Task<bool> WaitAsync(HttpContext context, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return true;

        using CancellationTokenSource gone =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(delay, clock, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !gone.IsCancellationRequested;
    }
}
