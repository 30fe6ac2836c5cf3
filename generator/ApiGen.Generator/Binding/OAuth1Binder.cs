using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the keys that say how OAuth 1.0a signs.</summary>
internal sealed class OAuth1Binder(MapReader reader, DiagnosticBag diagnostics)
{
    /// <param name="baseAddress">Where requests go, if that is known.</param>
    public OAuth1SchemeModel Bind(string? baseAddress)
    {
        YamlScalar? signature = reader.RequiredText("signature");
        OAuth1SignatureMethod method =
            reader.Choice("signature", signature, Vocabulary.Signatures) ?? OAuth1SignatureMethod.HmacSha1;
        OAuth1Transmission send =
            reader.Choice("send", isRequired: false, Vocabulary.Transmissions) ?? OAuth1Transmission.Header;
        YamlScalar? realm = reader.OptionalText("realm");
        YamlNode? bodyHash = reader.Optional("body-hash");
        var scheme = new OAuth1SchemeModel
        {
            Signature = method,
            Send = send,
            Realm = BindRealm(realm, send),
            BodyHash = reader.OptionalBool("body-hash") ?? false,
            SendsEmptyToken = reader.Choice("empty-token", isRequired: false, Vocabulary.SendOrOmit) ?? false,
            SendsVersion = reader.Choice("version", isRequired: false, Vocabulary.SendOrOmit) ?? true,
        };
        if (method != OAuth1SignatureMethod.Plaintext) return scheme;

        if (scheme.BodyHash) Reject(bodyHash!, "body-hash", "nothing of a request is signed by PLAINTEXT");
        if (baseAddress is not null && !HostAddress.IsPrivate(baseAddress))
            Reject(signature!, "PLAINTEXT", "it sends the secrets themselves, and 'base' is not an https address");
        return scheme;
    }

    private string? BindRealm(YamlScalar? realm, OAuth1Transmission send)
    {
        if (realm is null) return null;
        if (send != OAuth1Transmission.Header)
            Reject(realm, "realm", "only an Authorization header has one, and 'send' says otherwise");
        if (realm.Value.All(character => character is >= ' ' and <= '~')) return realm.Value;
        diagnostics.Report(DiagnosticDescriptors.WrongShape, realm.Span, "realm", "a text in printable ASCII");
        return null;
    }

    private void Reject(YamlNode place, string what, string why) =>
        diagnostics.Report(DiagnosticDescriptors.SigningConflict, place.Span, what, why);
}
