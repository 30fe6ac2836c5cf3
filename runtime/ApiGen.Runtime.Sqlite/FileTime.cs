namespace ApiGen.Budgets;

/// <summary>
/// A moment on the file's own time, and what the machine's clocks showed then. All of them in ticks of 100 ns.
/// </summary>
/// <param name="Moment">The file's time: it starts as the wall clock's, and never goes backward.</param>
/// <param name="Monotonic">The machine's monotonic clock, which all of its processes share.</param>
/// <param name="Wall">The wall clock, UTC.</param>
/// <param name="Boot">The run of the machine, if it has a name.</param>
/// <param name="Stepped">The file's time when the wall clock was last set while it was in use; 0 for never.</param>
/// <remarks>
/// Slots free by the file's time, which advances by what has surely passed since the file was last written. In one run
/// of the machine that is the lesser of what the two clocks say: a wall clock set forward frees nothing early. After a
/// restart only the wall clock can tell. A clock set backward makes the file's time stand still between two writes, so
/// that a slot is held no longer than a window and a timeout from now, and none frees early.
/// </remarks>
internal readonly record struct FileTime(long Moment, long Monotonic, long Wall, string Boot, long Stepped)
{
    private CalendarTime Calendar =>
        new(new DateTimeOffset(Wall, TimeSpan.Zero), new TimeSpan(Moment - Stepped));

    /// <summary>The first moment of a new file.</summary>
    public static FileTime Start(HostClock clock)
    {
        long wall = clock.Wall;
        return new FileTime(wall, clock.Monotonic, wall, clock.Boot, Stepped: 0);
    }

    /// <summary>The present moment, seen from this one.</summary>
    public FileTime Advance(HostClock clock)
    {
        long monotonic = clock.Monotonic;
        long wall = clock.Wall;
        bool isSameBoot = Boot == clock.Boot && monotonic >= Monotonic;
        long passed = isSameBoot ? Math.Min(monotonic - Monotonic, wall - Wall) : wall - Wall;
        long advance = Math.Max(0, passed);
        bool isStep = CalendarTime.IsStep(new TimeSpan(wall - Wall), new TimeSpan(advance));
        return new FileTime(Moment + advance, monotonic, wall, clock.Boot, isStep ? Moment + advance : Stepped);
    }

    /// <summary>Whether a clock has gone backward since another moment.</summary>
    public bool IsSetBackFrom(FileTime earlier) => Wall < earlier.Wall || Monotonic < earlier.Monotonic;

    /// <summary>
    /// The date of a slot whose call the server counts at a moment or before: in a window, the moment at which it frees;
    /// in a calendar, that moment itself, because when the day is over is told by the zone's rules of then.
    /// </summary>
    public static long DateOf(in BudgetKey key, long last) => key.Calendar is null ? last + key.Window.Ticks : last;

    /// <summary>The last date whose slots are free.</summary>
    public long FreeUntil(in BudgetKey key) =>
        key.Calendar is { } calendar ? Moment - Calendar.HeldUpTo(calendar).Ticks - 1 : Moment;

    /// <summary>When a slot of a date frees.</summary>
    public long FreesAt(in BudgetKey key, long date) =>
        key.Calendar is { } calendar
            ? Moment + Calendar.FreesIn(calendar, new TimeSpan(Moment - date)).Ticks
            : date;

    /// <summary>When a moment of the file's time will be by the wall clock.</summary>
    public DateTimeOffset WallTime(long moment)
    {
        long wall = Math.Min(Wall + (moment - Moment), DateTimeOffset.MaxValue.UtcTicks);
        return new DateTimeOffset(wall, TimeSpan.Zero);
    }
}
