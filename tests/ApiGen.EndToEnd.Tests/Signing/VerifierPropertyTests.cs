using System.Security.Cryptography;
using System.Text;
using ApiGen.Sandbox;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;
using CsCheck;

namespace ApiGen.EndToEnd.Tests.Signing;

/// <summary>The signer against the sandbox's verifier, which shares no code with it.</summary>
public sealed class VerifierPropertyTests
{
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(1024));

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.OneOf(
            "a", "Z", "9", "-._~", "%", " ", "+", "!*'()", "&", "=", "/", "é", "私", "\U0001F64F", "%2", ";", "[]")
            .Array[0, 8].Select(string.Concat)),
        (1, Gen.String));

    private static readonly Gen<(string Name, string Value)[]> Own = Gen.Select(
        Text.Where(name => !name.StartsWith("oauth_", StringComparison.Ordinal)), Text).Array[0, 8];

    private static readonly Gen<OAuth1Scheme> Schemes = Gen.Select(
        Gen.Enum<OAuth1SignatureMethod>(), Gen.Enum<OAuth1Transmission>(), Gen.Bool, Gen.Bool, Gen.Bool,
        (signature, send, bodyHash, emptyToken, version) => new OAuth1Scheme
        {
            Signature = signature,
            Send = send,
            Realm = bodyHash ? "a \"realm\", of = sorts" : null,
            BodyHash = bodyHash,
            SendsEmptyToken = emptyToken,
            SendsVersion = version,
        });

    private static readonly Gen<SandboxAccount> Accounts = Gen.Select(
        Text.Where(key => key.Length > 0), Text, Text, Text,
        (key, secret, token, tokenSecret) =>
            new SandboxAccount(key, secret, token, token.Length == 0 ? "" : tokenSecret));

    [Fact]
    public void Whatever_is_signed_is_accepted() =>
        Gen.Select(Schemes, Accounts, Own, Own, Gen.Bool).Sample((scheme, account, query, form, hasForm) =>
        {
            account = account with { PublicKey = Key.Value.ExportSubjectPublicKeyInfoPem() };
            byte[] body = Encoding.ASCII.GetBytes(hasForm ? Join(form) : "{}");
            var url = new Uri($"https://birds.example:8443/a%20b/!{(query.Length == 0 ? "" : "?" + Join(query))}");
            var request = hasForm
                ? new OAuth1Request(HttpMethod.Post, url) { Form = body }
                : new OAuth1Request(HttpMethod.Post, url) { Body = body };

            string sent = new OAuth1Signer(Credentials(account, scheme), scheme).Authorize(request);

            Assert.Null(Verify(Receive(url, body, hasForm, scheme.Send, sent), account, scheme));
        }, iter: 1_500);

    [Fact]
    public void Nothing_is_accepted_after_a_change() =>
        Gen.Select(Schemes.Where(scheme => scheme.Signature != OAuth1SignatureMethod.Plaintext), Accounts, Own)
            .Sample((scheme, account, query) =>
            {
                account = account with { PublicKey = Key.Value.ExportSubjectPublicKeyInfoPem() };
                var url = new Uri($"https://birds.example/?{Join(query)}");
                string sent = new OAuth1Signer(Credentials(account, scheme), scheme).Authorize(HttpMethod.Post, url);
                var changed = new Uri($"{url.AbsoluteUri}&z");

                IncomingRequest incoming = Receive(changed, [], hasForm: false, scheme.Send, sent);

                Assert.Equal("Signature", Verify(incoming, account, scheme)?.Topic);
            }, iter: 200);

    private static VerificationProblem? Verify(IncomingRequest request, SandboxAccount account, OAuth1Scheme scheme) =>
        new SignatureVerifier(
                new Accounts([account]), needsBodyHash: scheme.BodyHash && scheme.Signature != OAuth1SignatureMethod.Plaintext)
            .Verify(request, DateTimeOffset.UtcNow, out _);

    private static IncomingRequest Receive(Uri url, byte[] body, bool hasForm, OAuth1Transmission send, string sent)
    {
        string target = url.PathAndQuery;
        string[] header = send == OAuth1Transmission.Header ? [sent] : [];
        if (send == OAuth1Transmission.Form && hasForm)
            body = Encoding.ASCII.GetBytes($"{Encoding.ASCII.GetString(body)}&{sent}");
        else if (send != OAuth1Transmission.Header)
            target += (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + sent;
        return new("POST", url.Scheme, url.Authority, target, header, body, hasForm);
    }

    private static OAuth1Credentials Credentials(SandboxAccount account, OAuth1Scheme scheme) =>
        scheme.IsRsa ? OAuth1Credentials.WithPrivateKey(
            account.ConsumerKey, Key.Value.ExportPkcs8PrivateKeyPem(), account.Token)
        : account.Token.Length == 0 ? new OAuth1Credentials(account.ConsumerKey, account.ConsumerSecret)
        : account.Credentials();

    private static string Join((string Name, string Value)[] own) =>
        string.Join('&', own.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
}
