using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ApiGen.Benchmarks.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ApiGen.Benchmarks.Calls.Loopback;

/// <summary>
/// Kestrel on loopback, in a process of its own so that the client's time can be told from the server's. It answers
/// signed calls with Twitter's user, and GET /connections with the number of TLS connections that were opened.
/// </summary>
internal static class AnswerServer
{
    private static int _connections;

    /// <summary>Prints its two addresses, http and https, and serves until its input ends.</summary>
    public static async Task<int> RunAsync()
    {
        using X509Certificate2 certificate = MakeCertificate();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listener =>
            {
                listener.Use(next => connection =>
                {
                    Interlocked.Increment(ref _connections);
                    return next(connection);
                });
                listener.UseHttps(certificate);
            });
        });
        await using WebApplication server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
        Console.WriteLine(string.Join(' ', server.Urls));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/connections")
            return context.Response.WriteAsync(Volatile.Read(ref _connections).ToString(CultureInfo.InvariantCulture));
        bool isSigned = context.Request.Headers.Authorization.ToString().StartsWith("OAuth ", StringComparison.Ordinal);
        if (!isSigned)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Body.Escaped.Length;
        return context.Response.Body.WriteAsync(Body.Escaped).AsTask();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
