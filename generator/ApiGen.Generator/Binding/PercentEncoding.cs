using System.Text;

namespace ApiGen.Generator.Binding;

/// <summary>The percent-encoding of RFC 5849 §3.6, for texts of ASCII.</summary>
internal static class PercentEncoding
{
    public static string Encode(string ascii)
    {
        var text = new StringBuilder();
        foreach (char c in ascii)
        {
            bool isUnreserved = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
                or '-' or '.' or '_' or '~';
            text.Append(isUnreserved ? c.ToString() : $"%{(int)c:X2}");
        }

        return text.ToString();
    }
}
