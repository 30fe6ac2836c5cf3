using ApiGen.Sandbox;
using ApiGen.Sandbox.Verification;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class NonceMemoryTests
{
    private static readonly SandboxAccount Account = new("key", "secret", "1-token", "secret");

    [Fact]
    public void A_nonce_is_forgotten_when_its_timestamp_is_too_old_to_return()
    {
        NonceMemory memory = new(TimeSpan.FromSeconds(300));
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddDays(1);
        for (int second = 0; second < 10_000; second++)
        {
            DateTimeOffset then = now.AddSeconds(second);
            Assert.True(memory.TryUse(Account, then.ToUnixTimeSeconds(), "n", then));
        }

        Assert.Equal(301, memory.Count);
    }

    [Fact]
    public void A_nonce_from_the_future_is_remembered_for_as_long_as_it_could_return()
    {
        NonceMemory memory = new(TimeSpan.FromSeconds(300));
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddDays(1);
        long ahead = now.AddSeconds(300).ToUnixTimeSeconds();

        Assert.True(memory.TryUse(Account, ahead, "n", now));
        Assert.False(memory.TryUse(Account, ahead, "n", now.AddSeconds(600)));
        Assert.True(memory.TryUse(Account, ahead, "n", now.AddSeconds(601)));
    }
}
