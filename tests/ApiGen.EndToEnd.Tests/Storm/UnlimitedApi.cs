using ApiGen.CompilerServices;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Storm;

/// <summary>Twitter as its spec describes it, for a server that lets every call through and only counts it.</summary>
internal static class UnlimitedApi
{
    public static ApiDescription Description { get; } = TwitterClient.Api with
    {
        Endpoints = [.. TwitterClient.Api.Endpoints.Select(each => each with { Endpoint = Unlimited(each.Endpoint) })],
    };

    private static EndpointDescriptor<object> Unlimited(EndpointDescriptor endpoint) => new()
    {
        Api = endpoint.Api,
        Name = endpoint.Name,
        Method = endpoint.Method,
        Path = endpoint.Path,
        Parameters = endpoint.Parameters,
        Failures = endpoint.Failures,
        Pages = endpoint.Pages,
        Read = Unread,
    };

    private static object Unread(ref JsonCursor json) => throw new NotSupportedException("A server reads no answers.");
}
