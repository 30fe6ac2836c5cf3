namespace ApiGen.Budgets;

/// <summary>Names the present run of this machine, from its start to its stop.</summary>
internal static class HostBoot
{
    private const string LinuxBootId = "/proc/sys/kernel/random/boot_id";

    /// <summary>A name that no other run has, or the empty string where the system has none.</summary>
    public static string Id { get; } = Read();

    private static string Read()
    {
        try
        {
            return File.Exists(LinuxBootId) ? File.ReadAllText(LinuxBootId).Trim() : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
