using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class BudgetClaimTests
{
    private static readonly BudgetKey Key = new("Twitter/friendships/create", BudgetScope.User, "7", Claims.Day);

    [Fact]
    public void Claims_with_the_same_key_and_limit_are_equal()
    {
        Assert.Equal(new BudgetClaim(Key, 1), new BudgetClaim(Key with { }, 1));
        Assert.NotEqual(new BudgetClaim(Key, 1), new BudgetClaim(Key, 2));
    }

    [Fact]
    public void A_claim_that_could_never_be_kept_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BudgetClaim(Key, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new BudgetClaim(Key with { Window = TimeSpan.FromTicks(-1) }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BudgetClaim(Key, 1, cost: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BudgetClaim(Key, 1, cost: 2));
        Assert.ThrowsAny<ArgumentException>(() => new BudgetClaim(Key, 1, sharer: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BudgetClaim(Key with { Window = TimeSpan.MaxValue }, 1));
        Assert.ThrowsAny<ArgumentException>(() => new BudgetClaim(Key with { Pool = "" }, 1));
        Assert.ThrowsAny<ArgumentException>(() => new BudgetClaim(Key with { Subject = null! }, 1));
    }
}
