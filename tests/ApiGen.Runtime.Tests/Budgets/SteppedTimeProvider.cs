using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A machine whose wall clock can be set, and which can be restarted, apart from the true time.</summary>
/// <param name="start">The first moment.</param>
internal sealed class SteppedTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    public SteppedTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    private TimeSpan _step;
    private long _bootedAt = -TimeSpan.TicksPerHour;

    /// <summary>The time that has truly passed.</summary>
    public TimeSpan Passed => base.GetUtcNow() - Start;

    /// <summary>The name of the machine's present run.</summary>
    public string Boot { get; private set; } = "boot at 0";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _step;

    public override long GetTimestamp() => Passed.Ticks - _bootedAt;

    public void StepWall(TimeSpan step) => _step += step;

    public void Restart()
    {
        _bootedAt = Passed.Ticks;
        Boot = $"boot at {_bootedAt}";
    }
}
