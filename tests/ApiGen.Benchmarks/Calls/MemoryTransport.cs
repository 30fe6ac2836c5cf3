using System.Net;
using System.Net.Http.Headers;
using ApiGen.Benchmarks.Json;

namespace ApiGen.Benchmarks.Calls;

/// <summary>Answers every request at once, in memory, as the service answers a call of friendships/create.</summary>
internal sealed class MemoryTransport : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>The last request's Authorization header, by which a test of the subjects sees that they sign.</summary>
    public string? Authorization { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Answer(request);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        Authorization = request.Headers.NonValidated["Authorization"].ToString();
        var content = new ByteArrayContent(Body.Escaped);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
