using System.Net;

namespace ApiGen.Benchmarks.Calls.Peers;

/// <summary>The handler of a client by hand, which asks for compressed answers as ApiGen's does.</summary>
internal static class UsualTransport
{
    public static SocketsHttpHandler Create() => new() { AutomaticDecompression = DecompressionMethods.GZip };
}
