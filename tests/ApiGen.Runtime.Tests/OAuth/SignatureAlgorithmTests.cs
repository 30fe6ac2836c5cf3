using System.Security.Cryptography;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class SignatureAlgorithmTests
{
    public static TheoryData<string> Hashes => ["SHA1", "SHA256", "SHA512"];

    [Fact]
    public void Secrets_are_encoded_in_the_key() =>
        Assert.Equal("a%26b%25&c%20%2B%3D"u8, SigningKey.Of("a&b%", "c +="));

    [Fact]
    public void The_key_has_its_ampersand_where_both_secrets_are_empty() => Assert.Equal("&"u8, SigningKey.Of("", ""));

    [Theory, MemberData(nameof(Hashes))]
    public void A_key_of_about_a_block_signs_as_any_other(string hash)
    {
        var name = new HashAlgorithmName(hash);
        foreach (int length in (int[])[0, 1, 63, 64, 65, 127, 128, 129, 300])
        {
            byte[] key = RandomNumberGenerator.GetBytes(length);
            string expected = Convert.ToBase64String(CryptographicOperations.HmacData(name, key, "message"u8));
            Assert.Equal(expected, Sign(new HmacSignature(name, key), "message"));
        }
    }

    [Fact]
    public void Plaintext_is_the_key_whatever_the_request() =>
        Assert.Equal("a%26b&c%3D", Sign(Of(OAuth1SignatureMethod.Plaintext, new("ck", "a&b", "t", "c=")), "anything"));

    [Theory]
    [InlineData(OAuth1SignatureMethod.RsaSha1, "SHA1")]
    [InlineData(OAuth1SignatureMethod.RsaSha256, "SHA256")]
    public void An_RSA_signature_verifies_with_the_public_key(OAuth1SignatureMethod method, string hash)
    {
        using var key = RSA.Create(2048);
        foreach (string pem in (string[])[key.ExportPkcs8PrivateKeyPem(), key.ExportRSAPrivateKeyPem()])
        {
            string signature = Sign(Of(method, OAuth1Credentials.WithPrivateKey("ck", pem, "t")), "message");
            Assert.True(key.VerifyData(
                "message"u8, Convert.FromBase64String(signature), new(hash), RSASignaturePadding.Pkcs1));
        }
    }

    [Fact]
    public void A_private_key_and_a_secret_cant_stand_for_each_other()
    {
        using var key = RSA.Create(2048);
        var withKey = OAuth1Credentials.WithPrivateKey("ck", key.ExportPkcs8PrivateKeyPem());

        Assert.Throws<ArgumentException>("credentials", () => new OAuth1Signer(withKey));
        Assert.Throws<ArgumentException>("credentials", () => new OAuth1Signer(
            new("ck", "cs", "t", "ts"), new() { Signature = OAuth1SignatureMethod.RsaSha256 }));
    }

    [Theory, MemberData(nameof(Hashes))]
    public async Task More_threads_than_are_kept_hashes_for_all_sign_right(string hash)
    {
        var name = new HashAlgorithmName(hash);
        byte[] key = RandomNumberGenerator.GetBytes(200);
        await InParallel(new HmacSignature(name, key), 1_000, message =>
            Convert.ToBase64String(CryptographicOperations.HmacData(name, key, message)));
    }

    [Fact]
    public async Task More_threads_than_are_kept_keys_for_all_sign_right()
    {
        using var key = RSA.Create(1024);
        byte[] pkcs8 = key.ExportPkcs8PrivateKey();
        await InParallel(new RsaSignature(HashAlgorithmName.SHA256, pkcs8), 20, message =>
        {
            using var own = RSA.Create();
            own.ImportPkcs8PrivateKey(pkcs8, out _);
            return Convert.ToBase64String(
                own.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        });
    }

    [Fact]
    public void What_is_kept_is_one_a_processor_and_the_rest_is_disposed()
    {
        var kept = new KeptObjects<MemoryStream>(() => new MemoryStream());
        MemoryStream[] all = [.. Enumerable.Range(0, Environment.ProcessorCount + 3).Select(_ => kept.Rent())];
        foreach (MemoryStream one in all) kept.Return(one);

        Assert.Equal(3, all.Count(one => !one.CanRead));
        Assert.Equal(all.Where(one => one.CanRead), all[..Environment.ProcessorCount].Select(_ => kept.Rent()));
    }

    private static SignatureAlgorithm Of(OAuth1SignatureMethod method, OAuth1Credentials credentials) =>
        SignatureAlgorithm.Of(new OAuth1Scheme { Signature = method }, credentials);

    private static string Sign(SignatureAlgorithm algorithm, string message)
    {
        byte[] signature = new byte[algorithm.MaxLength];
        return Encoding.ASCII.GetString(signature, 0, algorithm.Sign(Encoding.ASCII.GetBytes(message), signature));
    }

    private static async Task InParallel(SignatureAlgorithm algorithm, int times, Func<byte[], string> plain)
    {
        int threads = 4 * Environment.ProcessorCount;
        using var start = new Barrier(threads);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                string message = new('m', 500 * thread);
                string expected = plain(Encoding.ASCII.GetBytes(message));
                start.SignalAndWait();
                for (int i = 0; i < times; i++) Assert.Equal(expected, Sign(algorithm, message));
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
