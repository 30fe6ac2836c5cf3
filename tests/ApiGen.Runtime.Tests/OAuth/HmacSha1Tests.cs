using System.Security.Cryptography;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class HmacSha1Tests
{
    public static TheoryData<string> Vectors => Vector.Ids("sign-raw");

    [Theory, MemberData(nameof(Vectors))]
    public void A_text_is_signed_as_the_vector_says(string id)
    {
        Vector vector = Vector.All[id];
        byte[] key = vector.RawKey is null
            ? SigningKey.Of(vector.ConsumerSecret!, vector.TokenSecret!)
            : Encoding.ASCII.GetBytes(vector.RawKey);
        byte[] code = new byte[HmacSha1.Length];
        new HmacSha1(key).Compute(Encoding.ASCII.GetBytes(vector.BaseString), code);
        Assert.Equal(vector.Right("signature"), Convert.ToBase64String(code));
    }

    [Fact]
    public void Secrets_are_encoded_in_the_key() =>
        Assert.Equal("a%26b%25&c%20%2B%3D"u8, SigningKey.Of("a&b%", "c +="));

    [Fact]
    public void The_key_has_its_ampersand_where_both_secrets_are_empty() => Assert.Equal("&"u8, SigningKey.Of("", ""));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void A_key_of_about_a_block_signs_as_any_other(int length)
    {
        byte[] key = RandomNumberGenerator.GetBytes(length);
        byte[] code = new byte[HmacSha1.Length];
        new HmacSha1(key).Compute("message"u8, code);
        Assert.Equal(HMACSHA1.HashData(key, "message"u8), code);
    }

    [Fact]
    public async Task More_threads_than_are_kept_hashes_for_all_sign_right()
    {
        byte[] key = RandomNumberGenerator.GetBytes(100);
        var hmac = new HmacSha1(key);
        int threads = 4 * Environment.ProcessorCount;
        using var start = new Barrier(threads);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                byte[] message = Encoding.ASCII.GetBytes(new string('m', 500 * thread));
                byte[] expected = HMACSHA1.HashData(key, message);
                byte[] code = new byte[HmacSha1.Length];
                start.SignalAndWait();
                for (int i = 0; i < 2_000; i++)
                {
                    hmac.Compute(message, code);
                    Assert.Equal(expected, code);
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
