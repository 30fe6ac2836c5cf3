using System.Net;
using System.Text.Json;
using ApiGen.EndToEnd.Tests.SignIn;

namespace ApiGen.EndToEnd.Tests.Secrecy;

/// <summary>A server that refuses whatever comes, and says again all that it was sent, wherever it can.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public EchoServer(HttpStatusCode status)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync(status);
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var silent = new SilentServer();
        return silent.Address.Port;
    }

    private static async Task AnswerAsync(HttpListenerContext context, HttpStatusCode status)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        string sent = $"{context.Request.Headers["Authorization"]} {context.Request.Headers["X-Key"]} "
            + $"{context.Request.RawUrl} {await reader.ReadToEndAsync()}";
        var error = new { code = sent, message = sent, error = sent, error_description = sent };
        context.Response.StatusCode = (int)status;
        context.Response.StatusDescription = sent;
        context.Response.Headers["X-Echo"] = sent;
        await using Stream body = context.Response.OutputStream;
        await JsonSerializer.SerializeAsync(body, new { errors = new[] { error } }, JsonSerializerOptions.Web);
    }

    private async Task ServeAsync(HttpStatusCode status)
    {
        try
        {
            while (true) await AnswerAsync(await _listener.GetContextAsync(), status);
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }
}
