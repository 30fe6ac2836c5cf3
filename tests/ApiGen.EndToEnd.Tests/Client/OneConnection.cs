namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>A network that lets one request through and finds no way to the server for any after it.</summary>
internal sealed class OneConnection : DelegatingHandler
{
    private int _requests;

    public OneConnection()
        : base(new SocketsHttpHandler())
    {
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _requests) == 1
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
}
