using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ApiGen.Benchmarks.Harness;

/// <summary>
/// The time that the calling thread has spent on a processor, where the system tells it to the microsecond: what other
/// processes do meanwhile isn't in it. Elsewhere the time that passed.
/// </summary>
internal static partial class ThreadClock
{
    private const int LinuxThreadTime = 3;
    private const int MacThreadTime = 16;

    /// <summary>Whether it is processor time.</summary>
    public static bool IsProcessorTime { get; } = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Nanoseconds since some moment of the thread's past.</summary>
    public static long Now
    {
        get
        {
            if (!IsProcessorTime) return (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
            int clock = OperatingSystem.IsLinux() ? LinuxThreadTime : MacThreadTime;
            return ClockGetTime(clock, out TimeSpec time) == 0
                ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
                : throw new InvalidOperationException("The system doesn't tell the thread's processor time.");
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
