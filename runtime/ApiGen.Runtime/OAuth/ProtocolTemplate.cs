using System.Text;

namespace ApiGen.OAuth;

/// <summary>
/// OAuth's own parameters (RFC 5849 §3.1) in one of their notations: fixed pieces around the nonce, the timestamp and,
/// where they are sent, the signature.
/// </summary>
internal sealed class ProtocolTemplate
{
    private const string Nonce = "oauth_nonce";
    private const string Signature = "oauth_signature";
    private const string Timestamp = "oauth_timestamp";
    private const int MaxTimestampLength = 20;

    // A piece more than variables: one before each, and one after the last.
    private readonly byte[][] _pieces;
    private readonly string[] _variables;
    private readonly int _piecesLength;

    private ProtocolTemplate(
        string opening, string separator, string quote, bool isEncodedAgain, IEnumerable<ProtocolParameter> parameters)
    {
        List<string> pieces = [];
        List<string> variables = [];
        var piece = new StringBuilder(opening);
        string between = "";
        foreach (ProtocolParameter parameter in parameters.Order())
        {
            piece.Append(between).Append(parameter.Name).Append('=').Append(quote).Append(parameter.Value);
            if (parameter.Value is null)
            {
                variables.Add(parameter.Name);
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(quote);
            between = separator;
        }

        pieces.Add(piece.ToString());
        _variables = [.. variables];
        _pieces = [.. pieces.Select(p => Encoding.ASCII.GetBytes(isEncodedAgain ? PercentEncoding.Encode(p) : p))];
        _piecesLength = _pieces.Sum(p => p.Length);
    }

    /// <summary>As the signature base string has them: encoded twice, without the signature.</summary>
    public static ProtocolTemplate InBaseString(IEnumerable<ProtocolParameter> constants) =>
        new("", "&", "", isEncodedAgain: true, [.. constants, new(Nonce, null), new(Timestamp, null)]);

    /// <summary>As they are sent.</summary>
    public static ProtocolTemplate Sent(OAuth1Scheme scheme, IEnumerable<ProtocolParameter> constants)
    {
        ProtocolParameter[] all =
            [.. constants, new(Nonce, null), new(Signature, null), new(Timestamp, null)];
        if (scheme.Send != OAuth1Transmission.Header) return new("", "&", "", isEncodedAgain: false, all);
        string opening = scheme.Realm is null ? "OAuth " : $"OAuth realm=\"{Quoted(scheme.Realm)}\", ";
        return new(opening, ", ", "\"", isEncodedAgain: false, all);
    }

    /// <summary>Whether an encoded name is of a parameter that each request has with another value.</summary>
    public static bool HasVariable(string name) => name is Nonce or Signature or Timestamp;

    /// <summary>The length at most, with a nonce and a signature of some lengths.</summary>
    public int MaxLength(int nonceLength, int signatureLength) =>
        _piecesLength + nonceLength + MaxTimestampLength + (PercentEncoding.MaxExpansion * signatureLength);

    /// <summary>Writes the parameters; the nonce consists of unreserved characters.</summary>
    public void Write(ref ByteWriter text, ReadOnlySpan<byte> nonce, long timestamp, ReadOnlySpan<byte> signature)
    {
        text.Append(_pieces[0]);
        for (int i = 0; i < _variables.Length; i++)
        {
            switch (_variables[i])
            {
                case Nonce: text.Append(nonce); break;
                case Timestamp: text.Append(timestamp); break;
                default: text.AppendEncoded(signature); break;
            }

            text.Append(_pieces[i + 1]);
        }
    }

    // A quoted string (RFC 9110 §5.6.4), and not percent-encoded.
    private static string Quoted(string realm) =>
        realm.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
