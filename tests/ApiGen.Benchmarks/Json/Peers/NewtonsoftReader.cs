using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>Reads the same types by Newtonsoft's serializer, from a stream as clients do.</summary>
internal static class NewtonsoftReader
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        DateFormatString = PeerDateConverter.Format,
        Culture = CultureInfo.InvariantCulture,
    });

    public static PeerUser Read(byte[] body)
    {
        using var text = new StreamReader(new MemoryStream(body), Encoding.UTF8);
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return Serializer.Deserialize<PeerUser>(reader)!;
    }
}
