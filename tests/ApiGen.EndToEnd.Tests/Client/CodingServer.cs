using System.IO.Compression;
using System.Net;
using ApiGen.EndToEnd.Tests.SignIn;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>A server that answers every call with the spec's user, in some content coding.</summary>
internal sealed class CodingServer : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <param name="coding">What the answers say that they are coded in; null to say nothing.</param>
    /// <param name="encode">Makes a body of the user.</param>
    public CodingServer(string? coding, Func<byte[], byte[]> encode)
    {
        using (var silent = new SilentServer()) Address = new Uri($"http://127.0.0.1:{silent.Address.Port}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync(coding, encode);
    }

    public Uri Address { get; }

    /// <summary>The Accept-Encoding headers of all requests.</summary>
    public List<string?> Accepted { get; } = [];

    public static byte[] Gzip(byte[] body)
    {
        using var coded = new MemoryStream();
        using (var stream = new GZipStream(coded, CompressionLevel.Fastest)) stream.Write(body);
        return coded.ToArray();
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync(string? coding, Func<byte[], byte[]> encode)
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Accepted.Add(context.Request.Headers["Accept-Encoding"]);
                if (coding is not null) context.Response.Headers["Content-Encoding"] = coding;
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.Close(encode(User.Example.ToArray()), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }
}
