using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>Parameters of a request, put in order by the product itself.</summary>
internal static class Parameters
{
    public static string Normalize(IEnumerable<(string Name, string Value)> parameters)
    {
        byte[] encoded = Encode(parameters);
        var sorted = Sort(encoded);
        var text = new ByteWriter(new byte[(PercentEncoding.MaxExpansion * encoded.Length) + 1]);
        sorted.Write(0, sorted.Count, ref text);
        return Encoding.ASCII.GetString(text.Written);
    }

    /// <summary>The request's own parameters, split where the protocol's sort among them.</summary>
    public static (byte[] Before, byte[] After) Split(IEnumerable<(string Name, string Value)> parameters)
    {
        byte[] encoded = Encode(parameters);
        var sorted = Sort(encoded);
        (int start, int end) = sorted.FindOAuth();
        return (Join(sorted, 0, start, encoded.Length), Join(sorted, end, sorted.Count, encoded.Length));
    }

    /// <summary>The parameters as a query or form, in the order that they have.</summary>
    public static byte[] Encode(IEnumerable<(string Name, string Value)> parameters) => Encoding.ASCII.GetBytes(
        string.Join('&', parameters.Select(p => $"{PercentEncoding.Encode(p.Name)}={PercentEncoding.Encode(p.Value)}")));

    private static RequestParameters Sort(byte[] encoded)
    {
        var sorted = new RequestParameters(
            new byte[(PercentEncoding.MaxExpansion * encoded.Length) + 1],
            new RequestParameters.Pair[RequestParameters.MaxCount(encoded)]);
        sorted.Add(encoded);
        return sorted;
    }

    private static byte[] Join(RequestParameters sorted, int start, int end, int length)
    {
        var text = new ByteWriter(new byte[length + 1]);
        sorted.Write(start, end, ref text);
        return text.Written.ToArray();
    }
}
