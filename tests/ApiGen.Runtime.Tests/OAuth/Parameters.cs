using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>Encodes with the product and sorts as RFC 5849 §3.4.1.3.2 says; generated code is born sorted.</summary>
internal static class Parameters
{
    public static string Normalize(IEnumerable<(string Name, string Value)> parameters) =>
        string.Join('&', Sort(parameters).Select(p => $"{p.Name}={p.Value}"));

    /// <summary>The request's own parameters, split where the protocol's sort among them.</summary>
    public static (byte[] Before, byte[] After) Split(IEnumerable<(string Name, string Value)> parameters)
    {
        ILookup<bool, string> sides = Sort(parameters)
            .ToLookup(p => string.CompareOrdinal(p.Name, "oauth_") < 0, p => $"{p.Name}={p.Value}");
        return (Join(sides[true]), Join(sides[false]));
    }

    private static byte[] Join(IEnumerable<string> pairs) => Encoding.ASCII.GetBytes(string.Join('&', pairs));

    private static IEnumerable<(string Name, string Value)> Sort(IEnumerable<(string Name, string Value)> parameters) =>
        parameters
            .Select(p => (Name: PercentEncoding.Encode(p.Name), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Value, StringComparer.Ordinal);
}
