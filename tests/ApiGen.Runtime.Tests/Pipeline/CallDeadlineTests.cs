using ApiGen.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Pipeline;

public sealed class CallDeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromHours(1);

    [Fact]
    public void Whoever_gave_up_one_call_does_not_end_the_next()
    {
        using var first = new CancellationTokenSource();
        using var deadline = new CallDeadline(Timeout, TimeProvider.System);
        deadline.Start(first.Token);

        Assert.True(deadline.TryReset());
        deadline.Start(CancellationToken.None);
        first.Cancel();

        Assert.False(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void What_still_listens_to_one_call_does_not_hear_the_end_of_the_next()
    {
        using var second = new CancellationTokenSource();
        using var deadline = new CallDeadline(Timeout, TimeProvider.System);
        deadline.Start(CancellationToken.None);
        bool isTold = false;
        deadline.Token.Register(() => isTold = true);

        Assert.True(deadline.TryReset());
        deadline.Start(second.Token);
        second.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.False(isTold);
    }

    [Fact]
    public void One_that_ended_its_call_is_of_no_use_to_another()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new CallDeadline(Timeout, TimeProvider.System);
        deadline.Start(caller.Token);
        caller.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.False(deadline.HasPassed);
        Assert.False(deadline.TryReset());
    }

    [Fact]
    public void The_time_of_a_caller_who_had_given_up_before_never_begins()
    {
        using var deadline = new CallDeadline(Timeout, TimeProvider.System);
        deadline.Start(new CancellationToken(canceled: true));

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.False(deadline.HasPassed);
    }

    [Fact]
    public void A_pause_is_not_counted()
    {
        var clock = new FakeTimeProvider();
        using var deadline = new CallDeadline(Timeout, clock);
        deadline.Start(CancellationToken.None);
        clock.Advance(0.9 * Timeout);
        deadline.Pause();
        clock.Advance(2 * Timeout);
        deadline.Resume();
        clock.Advance(0.05 * Timeout);
        Assert.False(deadline.HasPassed);

        clock.Advance(0.05 * Timeout);
        Assert.True(deadline.HasPassed);
    }
}
