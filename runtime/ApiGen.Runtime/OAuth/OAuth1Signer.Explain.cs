using System.Globalization;
using System.Text;

namespace ApiGen.OAuth;

/// <summary>Tells how requests are signed, for whoever looks for the difference to what a server expects.</summary>
public sealed partial class OAuth1Signer
{
    // Of unreserved characters, so that encoding leaves it as it is.
    private const string Mask = "...";

    /// <summary>
    /// Tells step by step how a request is signed: what a server must arrive at to accept it. Secrets and verifier are
    /// left out, and of the token no more than the beginning is shown.
    /// </summary>
    /// <param name="request">What would be sent.</param>
    /// <returns>
    /// Lines with the method, the base string URI, each parameter, the base string, the shape of the key, the signature
    /// and what is sent, with a nonce and a timestamp of their own.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The URL isn't an absolute http or https one, carries one of OAuth's parameters already, or would receive the
    /// secrets of PLAINTEXT without TLS.
    /// </exception>
    public string Explain(in OAuth1Request request) => Explain(request, Authorize(request));

    /// <summary>Tells how a request was signed that was sent with these protocol parameters.</summary>
    internal string Explain(in OAuth1Request request, string sent)
    {
        byte[] nonce = Encoding.ASCII.GetBytes(SentValue(sent, "oauth_nonce"));
        long timestamp = long.Parse(SentValue(sent, "oauth_timestamp"), CultureInfo.InvariantCulture);
        return Process(request, nonce, timestamp, explained: sent);
    }

    private string Explain(in SignedParts masked, ReadOnlySpan<byte> nonce, long timestamp, string sent)
    {
        string signature = _algorithm.NeedsBaseString ? Uri.UnescapeDataString(SentValue(sent, "oauth_signature")) : Mask;
        byte[] signatureBytes = Encoding.ASCII.GetBytes(signature);
        var baseText = new ByteWriter(new byte[masked.MaxBaseStringLength(nonce.Length)]);
        masked.WriteBaseString(ref baseText, nonce, timestamp);
        var sentText = new ByteWriter(new byte[masked.Sent.MaxLength(nonce.Length, signatureBytes.Length)]);
        masked.Sent.Write(ref sentText, nonce, timestamp, signatureBytes);

        string baseString = Encoding.ASCII.GetString(baseText.Written);
        string[] parts = baseString.Split('&');
        IEnumerable<string> parameters = Uri.UnescapeDataString(parts[2]).Split('&').Select(pair => $"  {pair}");
        return string.Join('\n', [
            $"method: {parts[0]}",
            $"base string URI: {Uri.UnescapeDataString(parts[1])}",
            "parameters, encoded and sorted:",
            .. parameters,
            $"base string: {(_algorithm.NeedsBaseString ? baseString : "none, since PLAINTEXT signs nothing")}",
            $"key: {KeyShape()}",
            $"signature: {(_algorithm.NeedsBaseString ? signature : "the key itself")}",
            $"sent: {Encoding.ASCII.GetString(sentText.Written)}",
        ]);
    }

    private string KeyShape()
    {
        if (_credentials.PrivateKey is not null) return "the RSA private key";
        int consumer = PercentEncoding.Encode(_credentials.ConsumerSecret).Length;
        int token = PercentEncoding.Encode(_credentials.TokenSecret).Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"consumer secret of {consumer} characters & token secret of {token} characters, counted when encoded");
    }

    /// <summary>The value of a protocol parameter where it is sent, still encoded.</summary>
    private static string SentValue(string sent, string name)
    {
        ReadOnlySpan<char> value = sent.AsSpan(sent.IndexOf($"{name}=", StringComparison.Ordinal) + name.Length + 1);
        value = value.TrimStart('"');
        int end = value.IndexOfAny('"', '&');
        return (end < 0 ? value : value[..end]).ToString();
    }

    // What is short would be given away by its own beginning, and no escape is cut in two.
    private static string Abbreviated(string token) =>
        token.Length >= 16 && !token.AsSpan(0, 4).Contains('%') ? token[..4] + Mask : Mask;

    /// <summary>The constant parameters for a person to read.</summary>
    private ProtocolParameter[] MaskedConstants() =>
    [
        .. _constants.Select(parameter => parameter is { Name: "oauth_token", Value.Length: > 0 }
            ? parameter with { Value = Abbreviated(parameter.Value) }
            : parameter),
    ];
}
