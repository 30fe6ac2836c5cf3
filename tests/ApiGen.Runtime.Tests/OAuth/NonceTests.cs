using System.Runtime.InteropServices;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class NonceTests
{
    [Fact]
    public async Task Ten_million_nonces_of_sixteen_threads_are_all_different()
    {
        const int Threads = 16;
        const int Each = 625_000;
        var nonces = new UInt128[Threads * Each];
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                Span<byte> text = stackalloc byte[Nonce.Length];
                foreach (ref UInt128 nonce in nonces.AsSpan(thread * Each, Each))
                {
                    Nonce.Write(text);
                    Convert.FromHexString(text, MemoryMarshal.AsBytes(new Span<UInt128>(ref nonce)), out _, out _);
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Array.Sort(nonces);

        int duplicates = 0;
        for (int i = 1; i < nonces.Length; i++) duplicates += nonces[i] == nonces[i - 1] ? 1 : 0;
        Assert.Equal(0, duplicates);
    }

    [Fact]
    public void A_nonce_is_128_bits_in_hex() =>
        Assert.Matches("^[0-9a-f]{32}$", OAuth1SignerTests.HeaderValue(
            new OAuth1Signer(new("ck", "cs")).Authorize(HttpMethod.Get, new Uri("https://example.com")), "oauth_nonce"));
}
