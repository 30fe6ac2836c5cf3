using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>
/// A server that has nothing of ApiGen's in it: ASP.NET's own readers say what a body is that arrived.
/// </summary>
internal sealed class FormServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Queue<(HttpStatusCode Status, string? Location)> _answers = [];

    private FormServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>What arrived, in its order.</summary>
    public List<Arrival> Arrivals { get; } = [];

    /// <summary>What a request does before its answer, while its client waits.</summary>
    public Action? Meanwhile { get; set; }

    public static async Task<FormServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var server = new FormServer(builder.Build());
        server._application.Run(server.HandleAsync);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Says how a coming request is answered; those of which nothing is said are answered 200.</summary>
    public void Next(HttpStatusCode status, string? location = null) => _answers.Enqueue((status, location));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        try
        {
            Arrivals.Add(new Arrival(request.Method, request.ContentType, request.ContentLength)
            {
                Json = request.HasJsonContentType() ? await ReadJsonAsync(request) : null,
                Parts = request.HasFormContentType ? await ReadPartsAsync(request) : [],
            });
        }
        catch (BadHttpRequestException)
        {
            // It broke off, and nobody waits for an answer.
            return;
        }

        Meanwhile?.Invoke();
        (HttpStatusCode status, string? location) = _answers.TryDequeue(out var next) ? next : (HttpStatusCode.OK, null);
        context.Response.StatusCode = (int)status;
        if (location is not null) context.Response.Headers.Location = location;
        await context.Response.WriteAsync("{}");
    }

    private static async Task<JsonElement> ReadJsonAsync(HttpRequest request)
    {
        using JsonDocument document = await JsonDocument.ParseAsync(request.Body);
        return document.RootElement.Clone();
    }

    /// <summary>Reads part by part, so that nothing of a big file is held but its hash.</summary>
    private static async Task<List<Part>> ReadPartsAsync(HttpRequest request)
    {
        string boundary = MediaTypeHeaderValue.Parse(request.ContentType).Boundary.Value!;
        var reader = new MultipartReader(boundary, request.Body);
        var parts = new List<Part>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            ContentDispositionHeaderValue disposition = section.GetContentDispositionHeader()!;
            byte[] hash = disposition.IsFileDisposition() ? await SHA256.HashDataAsync(section.Body) : [];
            parts.Add(new Part(
                disposition.Name.Value!,
                disposition.IsFileDisposition() ? disposition.FileName.Value : null,
                section.ContentType,
                disposition.IsFileDisposition()
                    ? Convert.ToHexString(hash)
                    : await new StreamReader(section.Body).ReadToEndAsync()));
        }

        return parts;
    }

    /// <summary>A request that arrived whole.</summary>
    internal sealed record Arrival(string Method, string? ContentType, long? ContentLength)
    {
        public JsonElement? Json { get; init; }

        public List<Part> Parts { get; init; } = [];
    }

    /// <summary>A part as ASP.NET reads it; of a file, the hash of its content.</summary>
    internal sealed record Part(string Name, string? FileName, string? ContentType, string Content);
}
